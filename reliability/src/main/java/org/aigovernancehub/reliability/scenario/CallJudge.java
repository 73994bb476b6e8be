package org.aigovernancehub.reliability.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Contract;
import org.aigovernancehub.hub.e2e.HubProcess;
import org.aigovernancehub.hub.e2e.Tenant;
import org.aigovernancehub.reliability.check.Findings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says of the answers to made-up calls what they break, and counts them. */
final class CallJudge {
    /** What no answer may have in it, whatever it is about. */
    private static final List<String> SECRETS =
            List.of(HubProcess.ADMIN_PASSWORD, Tenant.PASSWORD, "0123456789-abcdefghij", "$argon2", "hub_admin");

    /** What no answer to people may have in it; measurements name roles and classes, to platform staff alone. */
    private static final List<String> INSIDES = List.of(
            "hub_command",
            "event_store.",
            "read_model.",
            "Exception",
            "org.aigovernancehub",
            "org.postgresql",
            "org.springframework",
            "java.lang",
            "SELECT ",
            "INSERT INTO",
            "SQLSTATE");

    private final Contract contract;
    private final Findings findings;
    private final Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();

    CallJudge(Contract contract, Findings findings) {
        this.contract = contract;
        this.findings = findings;
    }

    /**
     * Judges an answer.
     *
     * @param call what was sent, as findings say it
     * @param invalid whether its body is not as documented
     */
    void judge(Contract.Operation operation, Api.Answer answer, String call, boolean invalid) {
        statuses.computeIfAbsent(Integer.toString(answer.status()), _ -> new LongAdder())
                .increment();
        if (answer.status() >= 500) {
            findings.add("%s answered %d %s", call, answer.status(), shortened(answer.body()));
        }
        if (invalid && answer.status() < 300) {
            findings.add("%s was taken, although it is not as documented: %s", call, shortened(answer.body()));
        }
        try {
            contract.check(operation, answer);
        } catch (AssertionError | RuntimeException e) {
            findings.add("%s: %s", call, shortened(e.toString()));
        }
        if (answer.header("Content-Type").filter(type -> type.contains("pdf")).isEmpty()) {
            var text = answer.body() + answer.headers().map();
            var forbidden = new ArrayList<>(SECRETS);
            if (!operation.path().endsWith("/metrics") || operation.path().contains("{")) {
                forbidden.addAll(INSIDES);
            }
            for (var inside : forbidden) {
                if (text.contains(inside)) {
                    findings.add("%s answered with '%s' in it: %s", call, inside, shortened(text));
                }
            }
        }
    }

    /** What the document says of the body; members that it does not know are ignored everywhere. */
    boolean isInvalid(Contract.Operation operation, String body) {
        if (body.isEmpty() || body.equals("null")) {
            // No body.
            return operation.described().path("requestBody").path("required").asBoolean(false);
        }
        JsonNode value;
        try {
            // As bytes: a byte order mark is none of the text.
            value = Api.JSON.readTree(body.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return true;
        }
        if (value == null || value.isMissingNode()) {
            return true;
        }
        return contract.schemas().objections(value, operation.body()).stream()
                .anyMatch(objection -> !objection.endsWith("is not in the schema"));
    }

    /** Lists how many answers had which status. */
    String answers() {
        return statuses.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    static String shortened(@Nullable String text) {
        return text == null ? "no body" : text.length() > 400 ? text.substring(0, 400) + "..." : text;
    }
}
