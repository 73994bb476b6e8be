package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;

/** The lifecycle of a model: every pair of states, whatever the risk, with policies that are off, that warn and that bind. */
class LifecycleTest {
    private static final List<String> STATES = List.of("draft", "under_review", "approved", "retired");
    private static final List<String> RISKS = List.of("unclassified", "minimal", "limited", "high", "unacceptable");
    private static final List<String> CONDITIONS = List.of(
            "require_evaluation_before_approval",
            "block_high_risk_without_approval",
            "require_review_for_high_risk",
            "prohibit_unacceptable_risk");

    /** Said once more, and not taken from the product: this is what the documentation promises. */
    private static final Map<String, Set<String>> MOVES = Map.of(
            "draft", Set.of("under_review", "approved", "retired"),
            "under_review", Set.of("approved", "draft", "retired"),
            "approved", Set.of("under_review", "retired"),
            "retired", Set.of());

    private final Tenant tenant = ConfiguredHub.tenant();

    private record Case(String risk, String from, String to) {
        boolean isMove() {
            return MOVES.get(from).contains(to);
        }

        boolean isHigh() {
            return risk.equals("high") || risk.equals("unacceptable");
        }

        /** Which conditions fail for a model without metrics and reviews. */
        List<String> failing() {
            if (!isMove() || !to.equals("approved")) {
                return List.of();
            }
            var failing = new ArrayList<>(List.of("require_evaluation_before_approval"));
            if (isHigh() && !from.equals("under_review")) {
                failing.add("block_high_risk_without_approval");
            }
            if (isHigh()) {
                failing.add("require_review_for_high_risk");
            }
            if (risk.equals("unacceptable")) {
                failing.add("prohibit_unacceptable_risk");
            }
            return failing;
        }
    }

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var risk : RISKS) {
            for (var from : STATES) {
                for (var to : STATES) {
                    cases.add(new Case(risk, from, to));
                }
            }
        }
        return cases;
    }

    /** A model in the state of each case, put there before there are any policies. */
    private Map<Case, Long> models() {
        var cases = cases();
        var ids = Together.runFewAtATime(cases.stream()
                .map(each -> (Callable<Long>) () -> {
                    long model = tenant.model("risk_level", each.risk());
                    if (!each.from().equals("draft")) {
                        change(model, each.from()).expect(200);
                    }
                    return model;
                })
                .toList());
        var models = new LinkedHashMap<Case, Long>();
        for (int i = 0; i < cases.size(); i++) {
            models.put(cases.get(i), ids.get(i));
        }
        return models;
    }

    private interface Assertion {
        void of(Case each, long model, List<String> before);
    }

    /** The cases have nothing to do with each other. */
    private static void assertEach(Map<Case, Long> models, Assertion assertion) {
        Together.runFewAtATime(models.entrySet().stream()
                .map(entry -> (Callable<Boolean>) () -> {
                    var before = entry.getKey().from().equals("draft")
                            ? List.of("ModelRegistered")
                            : List.of("ModelRegistered", "ComplianceStatusChanged");
                    assertion.of(entry.getKey(), entry.getValue(), before);
                    return true;
                })
                .toList());
    }

    @Test
    void withoutPoliciesThePairAloneDecides() {
        assertEach(models(), (each, model, before) -> {
            var answer = change(model, each.to());

            if (each.from().equals(each.to())) {
                assertUnchanged(each, answer, before, model);
            } else if (each.isMove()) {
                assertMoved(each, answer, before, model);
                assertThat(answer.json().path("warnings").size()).isZero();
            } else {
                assertRejected(each, answer, before, model);
            }
        });
    }

    @Test
    void policiesThatWarnChangeNothingAboutThat() {
        var models = models();
        CONDITIONS.forEach(condition -> tenant.policy(condition, "mode", "warn"));

        assertEach(models, (each, model, before) -> {
            var answer = change(model, each.to());

            if (each.from().equals(each.to())) {
                assertUnchanged(each, answer, before, model);
            } else if (each.isMove()) {
                assertMoved(each, answer, before, model);
                assertThat(conditions(answer, "warnings")).as(each.toString()).isEqualTo(each.failing());
            } else {
                assertRejected(each, answer, before, model);
            }
        });
    }

    @Test
    void policiesThatBindBlockExactlyTheApprovalsThatTheyConcern() {
        var models = models();
        CONDITIONS.forEach(tenant::policy);

        assertEach(models, (each, model, before) -> {
            var answer = change(model, each.to());

            if (each.from().equals(each.to())) {
                assertUnchanged(each, answer, before, model);
            } else if (!each.isMove()) {
                assertRejected(each, answer, before, model);
            } else if (each.failing().isEmpty()) {
                assertMoved(each, answer, before, model);
            } else {
                answer.problem(403, "policy-violation");
                assertThat(conditions(answer, "violations")).as(each.toString()).isEqualTo(each.failing());
                assertThat(names(model)).isEqualTo(plus(before, "ComplianceStatusChangeBlocked"));
                assertThat(status(model)).as(each.toString()).isEqualTo(each.from());
            }
        });
    }

    private void assertUnchanged(Case each, Answer answer, List<String> before, long model) {
        answer.expect(200);
        assertThat(answer.text("compliance_status")).as(each.toString()).isEqualTo(each.from());
        assertThat(names(model)).as(each.toString()).isEqualTo(before);
        assertThat(answer.etag()).isEqualTo("\"" + before.size() + "\"");
    }

    private void assertMoved(Case each, Answer answer, List<String> before, long model) {
        answer.expect(200);
        assertThat(answer.text("compliance_status")).as(each.toString()).isEqualTo(each.to());
        assertThat(names(model)).as(each.toString()).isEqualTo(plus(before, "ComplianceStatusChanged"));
        assertThat(answer.etag()).isEqualTo("\"" + (before.size() + 1) + "\"");
    }

    private void assertRejected(Case each, Answer answer, List<String> before, long model) {
        answer.problem(409, "illegal-transition");
        assertThat(names(model)).as(each.toString()).isEqualTo(plus(before, "TransitionRejected"));
        assertThat(answer.etag()).isEqualTo("\"" + (before.size() + 1) + "\"");
        assertThat(status(model)).as(each.toString()).isEqualTo(each.from());
    }

    @Test
    void aRefusalKeepsWhoWantedWhatAndWhy() {
        tenant.policy("require_evaluation_before_approval");
        long model = tenant.model();
        tenant.officer()
                .with("X-Correlation-Id", "the-attempt")
                .patch(
                        "/models/" + model + "/compliance-status",
                        json("status", "approved", "reason", "in a hurry", "approval_notes", "looks fine"))
                .problem(403, "policy-violation");
        tenant.owner()
                .patch("/models/" + model + "/compliance-status", json("status", "retired", "reason", "no use"))
                .expect(200);
        tenant.officer()
                .patch("/models/" + model + "/compliance-status", json("status", "draft", "reason", "after all"))
                .problem(409, "illegal-transition");

        var events = ConfiguredHub.hub().database().events("model-" + model);
        var blocked = events.get(1);
        assertThat(blocked.name()).isEqualTo("ComplianceStatusChangeBlocked");
        assertThat(blocked.payload().toString())
                .contains("in a hurry", "looks fine", "require_evaluation_before_approval", "\"metric_count\":0");
        assertThat(blocked.metadata().toString())
                .contains("\"" + tenant.member("compliance_officer").username() + "\"", "the-attempt");
        var rejected = events.get(3);
        assertThat(rejected.name()).isEqualTo("TransitionRejected");
        assertThat(rejected.payload().toString()).contains("after all", "\"retired\"", "\"draft\"");
    }

    @Test
    void checksComeInTheirOrder() {
        long model = tenant.model("risk_level", "unacceptable");
        tenant.policy("prohibit_unacceptable_risk");
        var path = "/models/" + model + "/compliance-status";
        var other = ConfiguredHub.tenant();

        // Absent or foreign, then the role, then missing notes, then the lifecycle, then policies.
        other.auditor().patch(path, json("status", "approved")).problem(404, "not-found");
        tenant.owner().patch(path, json("status", "approved")).problem(403, "forbidden");
        tenant.officer().patch(path, json("status", "approved")).problem(400, "missing-field", "/approval_notes");
        tenant.officer()
                .patch(path, json("status", "approved", "approval_notes", " \t "))
                .problem(400, "missing-field", "/approval_notes");
        tenant.officer()
                .patch(path, json("status", "approved", "approval_notes", "fine"))
                .problem(403, "policy-violation");
        change(model, "retired").expect(200);
        tenant.officer().patch(path, json("status", "approved")).problem(400, "missing-field", "/approval_notes");
        tenant.officer()
                .patch(path, json("status", "approved", "approval_notes", "fine"))
                .problem(409, "illegal-transition");
    }

    @Test
    void approvingAgainNeedsNotesToo() {
        long model = tenant.model();
        change(model, "approved").expect(200);
        var path = "/models/" + model + "/compliance-status";

        tenant.officer().patch(path, json("status", "approved")).problem(400, "missing-field", "/approval_notes");
        var again = tenant.officer()
                .patch(path, json("status", "approved", "approval_notes", "other notes"))
                .expect(200);

        assertThat(again.text("approval_notes")).isEqualTo("notes");
        assertThat(again.etag()).isEqualTo("\"2\"");
    }

    @Test
    void anApprovalIsInTheModelUntilItLeavesThatState() {
        long model = tenant.model();
        var submitter = tenant.member("model_owner");
        var approver = tenant.member("compliance_officer");
        var path = "/models/" + model + "/compliance-status";

        var submitted =
                submitter.api().patch(path, json("status", "under_review")).expect(200);
        assertThat(submitted.number("submitted_by")).isEqualTo(submitter.id());
        var approved = approver.api()
                .patch(path, json("status", "approved", "approval_notes", "all is well"))
                .expect(200);
        assertThat(approved.number("approved_by_user_id")).isEqualTo(approver.id());
        assertThat(approved.text("approval_notes")).isEqualTo("all is well");
        assertThat(approved.text("approved_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        var back = tenant.admin().patch(path, json("status", "under_review")).expect(200);
        assertThat(back.json().path("approved_by_user_id").isNull()).isTrue();
        assertThat(back.json().path("approved_at").isNull()).isTrue();
        assertThat(back.json().path("approval_notes").isNull()).isTrue();
        assertThat(back.number("submitted_by")).isEqualTo(tenant.member("admin").id());
    }

    @Test
    void aRiseInRiskSendsAnApprovedModelBackToReview() {
        for (int level = 0; level + 1 < RISKS.size(); level++) {
            long model = tenant.model("risk_level", RISKS.get(level));
            change(model, "approved").expect(200);

            var raised = tenant.owner()
                    .patch("/models/" + model + "/risk-profile", json("risk_level", RISKS.get(level + 1)))
                    .expect(200);

            assertThat(raised.text("compliance_status")).isEqualTo("under_review");
            assertThat(raised.json().path("approved_at").isNull()).isTrue();
            var events = ConfiguredHub.hub().database().events("model-" + model);
            assertThat(events.getLast().name()).isEqualTo("ComplianceStatusChanged");
            assertThat(events.getLast().payload().toString())
                    .contains("risk_raised", "from %s to %s".formatted(RISKS.get(level), RISKS.get(level + 1)));
        }
    }

    @Test
    void aFallInRiskAndOtherStatesLeaveTheStatusAlone() {
        long approved = tenant.model("risk_level", "high");
        change(approved, "approved").expect(200);
        long draft = tenant.model("risk_level", "minimal");

        assertThat(tenant.owner()
                        .patch("/models/" + approved + "/risk-profile", json("risk_level", "limited"))
                        .expect(200)
                        .text("compliance_status"))
                .isEqualTo("approved");
        assertThat(tenant.owner()
                        .patch("/models/" + approved + "/risk-profile", json("potential_harm", "some"))
                        .expect(200)
                        .text("compliance_status"))
                .isEqualTo("approved");
        assertThat(tenant.owner()
                        .patch("/models/" + draft + "/risk-profile", json("risk_level", "high"))
                        .expect(200)
                        .text("compliance_status"))
                .isEqualTo("draft");
    }

    @Test
    void aRetiredModelTakesNoMoreWrites() {
        long model = tenant.model();
        long other = tenant.model();
        long version = tenant.version(model);
        long dataset =
                tenant.owner().post("/datasets/", json("name", "d")).expect(201).id();
        change(model, "retired").expect(200);
        var before = names(model);
        var owner = tenant.owner();
        var path = "/models/" + model;

        owner.patch(path, json("description", "x")).problem(409, "model-retired");
        owner.patch(path + "/risk-profile", json("risk_level", "high")).problem(409, "model-retired");
        tenant.officer()
                .post(path + "/reviews", json("outcome", "endorsed", "notes", "x"))
                .problem(409, "model-retired");
        owner.post("/versions/", json("model_id", model, "version_tag", "9")).problem(409, "model-retired");
        owner.post("/metrics/", json("version_id", version, "metric_name", "x", "value", 1))
                .problem(409, "model-retired");
        owner.post("/versions/" + version + "/metrics", List.of(json("metric_name", "x", "value", 1)))
                .problem(409, "model-retired");
        owner.post(path + "/datasets/", json("dataset_id", dataset)).problem(409, "model-retired");
        owner.post(path + "/dependencies/", json("parent_model_id", other)).problem(409, "model-retired");

        assertThat(names(model)).isEqualTo(before);
        owner.post("/models/" + other + "/dependencies/", json("parent_model_id", model))
                .expect(201);
    }

    @Test
    void reviewsAreForModelsUnderReview() {
        long model = tenant.model();
        var path = "/models/" + model + "/reviews";
        var review = json("outcome", "changes_requested", "notes", "more data");

        tenant.officer().post(path, review).problem(409, "illegal-transition");
        change(model, "under_review").expect(200);
        var recorded = tenant.officer().post(path, review).expect(201);

        assertThat(recorded.json().propertyNames())
                .containsExactlyInAnyOrder("id", "model_id", "user_id", "outcome", "notes", "created_at");
        assertThat(recorded.number("model_id")).isEqualTo(model);
        assertThat(recorded.number("user_id"))
                .isEqualTo(tenant.member("compliance_officer").id());
        change(model, "approved").expect(200);
        tenant.officer().post(path, review).problem(409, "illegal-transition");
    }

    private Answer change(long model, String status) {
        var body = json("status", status);
        if (status.equals("approved")) {
            body.put("approval_notes", "notes");
        }
        return tenant.admin().patch("/models/" + model + "/compliance-status", body);
    }

    /** A no-op answers what is. */
    private String status(long model) {
        var answer = tenant.admin().patch("/models/" + model, json());
        return answer.status() == 409 ? "retired" : answer.expect(200).text("compliance_status");
    }

    private static List<String> names(long model) {
        return ConfiguredHub.hub().database().eventNames("model-" + model);
    }

    private static List<String> plus(List<String> names, String name) {
        var more = new ArrayList<>(names);
        more.add(name);
        return more;
    }

    private static List<String> conditions(Answer answer, String member) {
        var conditions = new ArrayList<String>();
        answer.json()
                .path(member)
                .forEach(
                        finding -> conditions.add(finding.path("condition_type").asString()));
        return conditions;
    }
}
