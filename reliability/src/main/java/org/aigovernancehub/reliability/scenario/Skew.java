package org.aigovernancehub.reliability.scenario;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Await;
import org.aigovernancehub.reliability.fleet.Clocks;
import org.aigovernancehub.reliability.fleet.Fleet;

/** The clock of a hub is wrong for a while, by seconds or by up to a day, ahead or behind; it is set, and set right, while the hub works. */
final class Skew implements Scenario {
    private static final int DAY = 86_400;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stage stage;
    private final Clocks clocks;

    Skew(Stage stage, Clocks clocks) {
        this.stage = stage;
        this.clocks = clocks;
    }

    @Override
    public void disturb(int cycle) {
        var random = stage.random(Kind.SKEW, cycle);
        stage.work(random);
        var members = stage.fleet().members();
        var member = members.get(cycle % members.size());
        // As often by a little as by much: up to 10, 100, ... seconds, up to a day.
        int bound = (int) Math.min(DAY, Math.pow(10, 1 + random.nextInt(5)));
        var ahead = Duration.ofSeconds((bound / 2 + random.nextInt(bound / 2)) * (random.nextBoolean() ? 1L : -1L));
        Stage.say("the clock of the %s hub is set %+d s", member.role(), ahead.toSeconds());
        try {
            set(member, ahead);
            stage.work(random);
        } finally {
            set(member, Duration.ZERO);
        }
        stage.work(random);
    }

    private void set(Fleet.Member member, Duration ahead) {
        clocks.set(member.role(), ahead);
        if (!Await.until(PATIENCE, () -> isOffBy(member, ahead))) {
            stage.findings().add("The clock of the %s hub could not be set %+d s", member.role(), ahead.toSeconds());
        }
    }

    /** As the header {@code Date} of its answers says, in whole seconds, a second old perhaps. */
    private static boolean isOffBy(Fleet.Member member, Duration ahead) {
        Api.Answer answer;
        try {
            answer = Api.of(member.hub().url()).get(member.hub().url() + "/health");
        } catch (UncheckedIOException e) {
            return false;
        }
        var date = ZonedDateTime.parse(answer.header("Date").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME);
        var off = Duration.between(Instant.now(), date.toInstant()).minus(ahead);
        return off.abs().compareTo(Duration.ofSeconds(3)) < 0;
    }
}
