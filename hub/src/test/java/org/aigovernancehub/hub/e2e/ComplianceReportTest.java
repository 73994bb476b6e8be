package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reports, as two hubs on one database hand them out: the same bytes, each on the record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OwnHubs
class ComplianceReportTest {
    private final TestPostgres postgres = TestPostgres.start();
    private HubProcess one = HubProcess.start(postgres.environment("HUB_REPORTS_AT_ONCE", "1"));
    private final HubProcess other = HubProcess.start(postgres.environment("HUB_ROLE", "command"));
    private Tenant tenant = Tenant.on(one, one.admin());

    @BeforeAll
    void makeTheTenantFirst() {
        tenant.officer();
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        postgres.close();
    }

    private static String path(long model, String query) {
        return "/reports/models/%d/compliance-report%s".formatted(model, query);
    }

    private long issued(long model) {
        return postgres.database()
                .number("SELECT count(*) FROM event_store.event WHERE aggregate_id = ?", "report-" + model);
    }

    private static String text(Answer answer) throws IOException {
        try (var document = Loader.loadPDF(answer.bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String digest(Answer answer) throws NoSuchAlgorithmException {
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.bytes()));
    }

    @Test
    void aDownloadIsTheModelAtAPositionAndIsOnTheRecordOnce() throws IOException, NoSuchAlgorithmException {
        long model = tenant.model("intended_purpose", "Scores payments", "risk_level", "high");
        long version = tenant.version(model);
        tenant.owner()
                .post("/metrics/", json("version_id", version, "metric_name", "auc", "value", 0.93))
                .expect(201);

        var answer = tenant.auditor().get(path(model, "")).expect(200);

        assertThat(answer.header("Content-Type")).contains("application/pdf");
        assertThat(answer.header("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"[A-Za-z0-9._-]+\\.pdf\"");
        assertThat(text(answer)).contains("Scores payments", "auc", "0.93", tenant.name(), "METRIC_RECORDED");
        var events = postgres.database().events("report-" + model);
        assertThat(events).hasSize(1);
        var entry = tenant.auditor()
                .get("/audit-logs/?entity_type=Report&entity_id=" + model)
                .expect(200)
                .json()
                .get(0);
        assertThat(entry.path("action").asString()).isEqualTo("COMPLIANCE_REPORT_ISSUED");
        assertThat(entry.path("actor").asString())
                .isEqualTo(tenant.member("auditor").username());
        assertThat(entry.path("details").path("position").asLong()).isEqualTo(answer.position());
        assertThat(entry.path("details").path("format").asString()).isEqualTo("pdf");
        assertThat(entry.path("details").path("digest").asString()).isEqualTo(digest(answer));
        assertThat(tenant.owner()
                        .get("/audit-logs/?entity_type=Model&entity_id=" + model)
                        .expect(200)
                        .body())
                .doesNotContain("COMPLIANCE_REPORT_ISSUED");
    }

    @Test
    void theSamePositionGivesTheSameBytesAtEveryHubAndAfterARestart() {
        long model = tenant.model("description", "before");
        tenant.policy("require_evaluation_before_approval");
        tenant.owner()
                .patch("/models/%d/compliance-status".formatted(model), json("status", "under_review"))
                .expect(200);
        tenant.officer()
                .patch(
                        "/models/%d/compliance-status".formatted(model),
                        json("status", "approved", "approval_notes", "fine"))
                .problem(403, "policy-violation");
        var pdf = tenant.auditor().get(path(model, "")).expect(200);
        long at = pdf.position();
        var data = tenant.auditor().get(path(model, "?format=json&at=" + at)).expect(200);
        tenant.owner().patch("/models/" + model, json("description", "after")).expect(200);

        for (var hub : List.of(one, other)) {
            var api = tenant.auditor().at(hub.url());
            assertThat(api.get(path(model, "?at=" + at)).expect(200).bytes()).isEqualTo(pdf.bytes());
            assertThat(api.get(path(model, "?at=" + at + "&format=json"))
                            .expect(200)
                            .bytes())
                    .isEqualTo(data.bytes());
        }
        other.stop();
        other.start();
        assertThat(tenant.auditor()
                        .at(other.url())
                        .get(path(model, "?at=" + at))
                        .expect(200)
                        .bytes())
                .isEqualTo(pdf.bytes());
        assertThat(data.json().path("model").path("description").asString()).isEqualTo("before");
        assertThat(issued(model)).isEqualTo(7);
    }

    @Test
    void theVerdictsAreThoseOfTheTransitions() {
        long model = tenant.model("risk_level", "unacceptable");
        tenant.policy("block_high_risk_without_approval", "mode", "warn");
        var report =
                tenant.auditor().get(path(model, "?format=json")).expect(200).json();
        var transitions = tenant.auditor()
                .get("/models/%d/transitions?to=approved".formatted(model))
                .expect(200)
                .json()
                .get(0)
                .path("policies");
        assertThat(report.path("policies").size()).isPositive().isEqualTo(transitions.size());
        for (int i = 0; i < transitions.size(); i++) {
            assertThat(report.path("policies").get(i).path("today")).isEqualTo(transitions.get(i));
        }
    }

    @Test
    void whatFailsIsNotOnTheRecord() {
        long model = tenant.model();
        long before = tenant.owner().get("/models/" + model).expect(200).position();
        var foreign = Tenant.on(one, one.admin());
        var auditor = tenant.auditor();

        auditor.get(path(model, "?at=1")).problem(404, "not-found");
        auditor.get(path(model, "?at=100000000")).problem(409, "position-unknown");
        auditor.get(path(model, "?at=0")).problem(400, "malformed");
        auditor.get(path(model, "?at=x")).problem(400, "malformed");
        auditor.get(path(model, "?format=docx")).problem(422, "invalid-fields");
        auditor.get(path(model, "?page=2")).problem(400, "unknown-parameter");
        auditor.with("Accept", "image/png").get(path(model, "")).problem(406, "not-acceptable");
        foreign.auditor().get(path(model, "")).problem(404, "not-found");
        one.api().get(path(model, "")).problem(401, "unauthenticated");
        var head = auditor.call("HEAD", path(model, "?at=" + before), null).expect(200);

        assertThat(head.bytes()).isEmpty();
        assertThat(head.position()).isEqualTo(before);
        assertThat(head.header("Content-Type")).contains("application/pdf");
        assertThat(issued(model)).isZero();
    }

    @Test
    void aClientThatTakesOnlyJsonGetsJson() {
        long model = tenant.model();
        assertThat(tenant.auditor()
                        .with("Accept", "application/json")
                        .get(path(model, ""))
                        .expect(200)
                        .header("Content-Type"))
                .contains("application/json");
    }

    @Test
    void aFileNameOfOtherLettersIsSafeAndCompleteBeside() {
        long model = tenant.model("name", "Модель \"../x\" 한국 " + Tenant.unique("n"));
        var header = tenant.auditor()
                .get(path(model, ""))
                .expect(200)
                .header("Content-Disposition")
                .orElseThrow();
        assertThat(header)
                .startsWith("attachment; filename=\"model-" + model + "-compliance-report-at-")
                .contains("; filename*=UTF-8''%D0%9C%D0%BE%D0%B4%D0%B5%D0%BB%D1%8C-x-%ED%95%9C")
                .matches("[\\x20-\\x7e]+");
    }

    @Test
    void moreThanAsManyAsMayBeAreAskedToWait() {
        long model = tenant.model();
        var version = tenant.version(model);
        for (int i = 0; i < 3; i++) {
            var metrics = Api.JSON.createArrayNode();
            for (int j = 0; j < 500; j++) {
                metrics.add(json("metric_name", "metric " + j % 7, "value", j));
            }
            tenant.owner()
                    .post("/versions/%d/metrics".formatted(version), metrics)
                    .expect(201);
        }

        var answers = Together.run(6, _ -> tenant.auditor().get(path(model, "")));

        var served = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(served).isNotEmpty();
        assertThat(answers).anyMatch(answer -> answer.status() == 503);
        answers.stream().filter(answer -> answer.status() != 200).forEach(answer -> {
            answer.problem(503, "unavailable");
            assertThat(answer.header("Retry-After")).isPresent();
        });
        assertThat(issued(model)).isEqualTo(served.size());
    }

    @Test
    void readModelsAndVerificationPassOverIt() {
        long model = tenant.model();
        long before = tenant.owner().get("/models/" + model).expect(200).number("id");
        tenant.auditor().get(path(model, "?format=json")).expect(200);
        assertThat(tenant.owner().get("/models/" + model).expect(200).number("id"))
                .isEqualTo(before);
        assertThat(tenant.owner().get("/dashboard/stats").expect(200).body()).isNotEmpty();
        var verification = HubProcess.runToEnd(postgres.environment(), "verify");
        assertThat(verification.code()).as(verification.output()).isZero();
    }

    @Test
    void aHubTellsTheLimitOfPagesAndRecordsNothing() {
        var small = HubProcess.start(postgres.environment("HUB_ROLE", "command", "HUB_REPORT_PAGES", "3"));
        try {
            long model = tenant.model();
            tenant.auditor().at(small.url()).get(path(model, "")).problem(422, "report-too-large");
            assertThat(issued(model)).isZero();
        } finally {
            small.close();
        }
    }

    /** What is read for a report is in memory at once: a neighbour's long history must not end the hub. */
    @Test
    void whatBelongsToTheModelCountsToo() {
        long parent = tenant.model();
        long model = tenant.model();
        tenant.owner()
                .post(
                        "/models/" + model + "/dependencies",
                        json("parent_model_id", parent, "dependency_type", "derived_from"))
                .expect(201);
        tenant.auditor().get(path(model, "?format=json")).expect(200);
        for (int i = 0; i < 1_510; i++) {
            var text = Character.toString('a' + i % 2).repeat(2_000);
            tenant.owner()
                    .patch(
                            "/models/" + parent + "/risk-profile",
                            json(
                                    "potential_harm",
                                    text,
                                    "intended_purpose",
                                    text,
                                    "data_sources",
                                    text,
                                    "oversight_plan",
                                    text))
                    .expect(200);
        }

        tenant.auditor().get(path(model, "?format=json")).problem(422, "report-too-large");
    }

    @Test
    void textsOfUsersArePrintedAsTheyAre() throws IOException {
        var hostile =
                "<script>alert(1)</script> <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e; &amp; ${1+1} [[${1+1}]]"
                        + " <img src=\"http://localhost:1/x\"> \u202egnp.exe \ud83d\ude00";
        long model = tenant.model("description", hostile);
        var answer = tenant.auditor().get(path(model, "")).expect(200);
        // Lines are broken where they are full, within addresses too.
        assertThat(text(answer).replace(" ", ""))
                .contains("<script>alert(1)</script>")
                .contains("<!DOCTYPEx[<!ENTITYeSYSTEM\"file:///etc/passwd\">]>&e;&amp;${1+1}[[${1+1}]]")
                .contains("U+202E", "U+1F600", "GRINNINGFACE")
                .doesNotContain("root:x:");
    }
}
