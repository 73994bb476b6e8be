package org.aigovernancehub.command.demonstration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.command.identity.FirstContent;
import org.aigovernancehub.command.identity.FirstStart;
import org.aigovernancehub.command.pipeline.Dispatch;
import org.aigovernancehub.command.pipeline.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty hub with a year of a bank, a hospital group and a public agency. Everything goes through the commands that people send,
 * so that policies, names, positions and violations are real; only the times are made up, and each event says so.
 */
public final class Demonstration implements FirstContent {
    /** How many working days before now it begins: 52 weeks. */
    static final int FIRST_DAY = 260;

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Ids ids;
    private final Clock clock;
    private final AccountSheet sheet;

    public Demonstration(Ids ids, Clock clock, AccountSheet sheet) {
        this.ids = ids;
        this.clock = clock;
        this.sheet = sheet;
    }

    @Override
    public void make(Dispatch dispatch, Keys keys) {
        LOG.info("Filling the empty hub with a demonstration: a year of three organisations, all of it made up");
        var year = new Year(new WorkingDays(clock.instant()));
        var staff = new ArrayList<Account>();
        var admin = new Person("admin", Role.ADMIN, null);
        employ(year, 0, Person.system(), admin, keys.administratorPassword(), staff);
        year.add(
                year.days().beginning(FIRST_DAY).plusSeconds(60),
                Person.system(),
                stage -> stage.accepted(FirstStart.firstPolicy(new PolicyId(stage.next(Ids.Kind.POLICY)))));
        employ(year, 120, admin, new Person("platform.auditor", Role.AUDITOR, null), keys.newPassword(), staff);
        var houses = List.of(Bank.in(year, admin), Hospitals.in(year, admin), Agency.in(year, admin));
        year.play(dispatch, ids, keys);
        // Last, so that a year that cannot be played leaves no passwords behind.
        sheet.write(Stream.concat(staff.stream(), houses.stream().flatMap(house -> house.accounts().stream()))
                .toList());
    }

    private static void employ(Year year, long second, Person by, Person who, String password, List<Account> staff) {
        year.add(year.days().beginning(FIRST_DAY).plusSeconds(second), by, stage -> {
            var userId = new UserId(stage.next(Ids.Kind.USER));
            stage.accepted(
                    new UserCommand.CreateUser(userId, null, who.username(), null, who.role(), true, null, null));
            stage.keys().givePassword(userId, password);
            who.created(userId);
            staff.add(new Account(who.username(), password, who.role().wire(), null));
        });
    }
}
