package org.aigovernancehub.command.policy.condition;

/**
 * What a condition says of facts.
 *
 * @param passes whether it is met, or does not concern the move
 * @param reason a sentence
 * @param required what it demands, in words
 * @param actual what it found, in words
 */
public record Judgement(boolean passes, String reason, String required, String actual) {

    static Judgement pass(String reason, String required, String actual) {
        return new Judgement(true, reason, required, actual);
    }

    static Judgement fail(String reason, String required, String actual) {
        return new Judgement(false, reason, required, actual);
    }
}
