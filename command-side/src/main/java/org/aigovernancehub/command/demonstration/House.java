package org.aigovernancehub.command.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.dataset.DatasetCommand;
import org.aigovernancehub.api.dataset.DatasetDetails;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.dataset.DatasetView;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.organization.OrganizationCommand;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyCommand;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.command.pipeline.Ids;
import org.jspecify.annotations.Nullable;

/** One of the organisations: its people, policies, datasets and models. */
final class House {
    private static final Duration A_WHILE = Duration.ofMinutes(11);

    private final Year year;
    private final String name;
    private final String domain;
    private final String sector;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, PolicyId> policies = new HashMap<>();
    private @Nullable OrganizationId id;
    private Instant present;

    /**
     * @param domain of its mail addresses
     * @param sector what its models are registered under
     */
    House(Year year, String name, String domain, String sector) {
        this.year = year;
        this.name = name;
        this.domain = domain;
        this.sector = sector;
        this.present = year.days().beginning(Demonstration.FIRST_DAY);
    }

    Year year() {
        return year;
    }

    String sector() {
        return sector;
    }

    OrganizationId id() {
        return Objects.requireNonNull(id, name);
    }

    /** Returns who can sign in, once the year has been played. */
    List<Account> accounts() {
        return List.copyOf(accounts);
    }

    /** Moves on to a day; what follows happens then. */
    House on(int ago) {
        present = year.days().beginning(ago);
        return this;
    }

    private Instant aWhileLater() {
        present = present.plus(A_WHILE);
        return present;
    }

    House founded(Person by, String description) {
        year.add(aWhileLater(), by, stage -> {
            id = new OrganizationId(stage.next(Ids.Kind.ORGANIZATION));
            stage.accepted(new OrganizationCommand.CreateOrganization(id(), name, description, true));
        });
        return this;
    }

    Person hires(Person by, String username, Role role) {
        var person = new Person(username, role, this);
        year.add(aWhileLater(), by, stage -> {
            var userId = new UserId(stage.next(Ids.Kind.USER));
            stage.accepted(new UserCommand.CreateUser(
                    userId, id(), username, username + "@" + domain, role, false, null, null));
            var password = stage.keys().newPassword();
            stage.keys().givePassword(userId, password);
            person.created(userId);
            accounts.add(new Account(username, password, role.wire(), name));
        });
        return person;
    }

    void leaves(Person by, Person who) {
        year.add(aWhileLater(), by, stage -> {
            stage.accepted(new UserCommand.ChangeUser(who.id(), Patch.absent(), Patch.absent(), Patch.of(false)));
            accounts.removeIf(account -> account.username().equals(who.username()));
        });
    }

    /** Lets a program act for somebody from now on. */
    void token(Person who, String purpose) {
        year.add(aWhileLater(), who, stage -> {
            var token = stage.<org.aigovernancehub.command.identity.ApiTokenView>accepted(new UserCommand.IssueApiToken(
                    who.id(), purpose, who.role(), year.days().tokensEnd()));
            stage.keys().giveUnknownSecret(token.id());
            who.given(token.id());
        });
    }

    void policy(Person by, String policy, ConditionType condition, PolicyMode mode, String description) {
        policy(by, policy, null, condition, mode, description);
    }

    /** @param environment null for the whole organisation */
    void policy(
            Person by,
            String policy,
            @Nullable Environment environment,
            ConditionType condition,
            PolicyMode mode,
            String description) {
        year.add(aWhileLater(), by, stage -> {
            var policyId = new PolicyId(stage.next(Ids.Kind.POLICY));
            stage.accepted(new PolicyCommand.CreatePolicy(
                    policyId,
                    id(),
                    environment,
                    environment == null ? PolicyScope.ORGANIZATION : PolicyScope.ENVIRONMENT,
                    condition,
                    new PolicyTerms(policy, description, mode),
                    true));
            policies.put(policy, policyId);
        });
    }

    void enforces(Person by, String policy) {
        change(by, policy, Patch.of(PolicyMode.ENFORCE), Patch.absent());
    }

    void deactivates(Person by, String policy) {
        change(by, policy, Patch.absent(), Patch.of(false));
    }

    private void change(Person by, String policy, Patch<PolicyMode> mode, Patch<Boolean> active) {
        year.add(
                aWhileLater(),
                by,
                stage -> stage.accepted(new PolicyCommand.ChangePolicy(
                        Objects.requireNonNull(policies.get(policy), policy),
                        Patch.absent(),
                        Patch.absent(),
                        mode,
                        active)));
    }

    Data dataset(
            Person by,
            String dataset,
            String description,
            String location,
            DataSensitivity sensitivity,
            DataClassification classification,
            long records) {
        var data = new Data();
        year.add(aWhileLater(), by, stage -> {
            var datasetId = new DatasetId(stage.next(Ids.Kind.DATASET));
            stage.<DatasetView>accepted(new DatasetCommand.RegisterDataset(
                    datasetId,
                    id(),
                    new DatasetDetails(
                            dataset,
                            description,
                            location.substring(0, location.indexOf(':')),
                            location,
                            sensitivity,
                            classification,
                            records)));
            data.id = datasetId;
        });
        return data;
    }

    Story model(Person owner, Environment environment, String model, String description) {
        return new Story(this, owner, environment, model, description);
    }

    /** A dataset. The id is known once it has been registered. */
    static final class Data {
        private @Nullable DatasetId id;

        DatasetId id() {
            return Objects.requireNonNull(id, "registered");
        }
    }
}
