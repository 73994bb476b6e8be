package org.aigovernancehub.command.demonstration;

import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserId;
import org.jspecify.annotations.Nullable;

/** Somebody who acts in the year. The id is known once the account has been created. */
final class Person {
    private final String username;
    private final Role role;
    private final @Nullable House house;
    private @Nullable UserId id;
    private @Nullable Long tokenId;

    /** @param house null for platform staff */
    Person(String username, Role role, @Nullable House house) {
        this.username = username;
        this.role = role;
        this.house = house;
    }

    /** The hub itself, which makes the first administrator. */
    static Person system() {
        return new Person("system", Role.ADMIN, null);
    }

    String username() {
        return username;
    }

    Role role() {
        return role;
    }

    @Nullable
    House house() {
        return house;
    }

    void created(UserId userId) {
        id = userId;
    }

    void given(long token) {
        tokenId = token;
    }

    UserId id() {
        return java.util.Objects.requireNonNull(id, username);
    }

    /** @param byToken whether a program acts for the person, with the person's API token */
    Caller caller(boolean byToken, String correlationId) {
        return new Caller(
                id == null ? null : id.value(),
                username,
                role,
                house == null ? null : house.id(),
                house == null,
                byToken ? tokenId : null,
                correlationId);
    }
}
