package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Datasets, as they are read. */
class DatasetReadTest {
    private static Tenant tenant;
    private static long orders;
    private static long patients;
    private static long images;

    @BeforeAll
    static void registerThree() {
        tenant = SharedHub.tenant();
        orders = dataset("name", "Orders", "description", "All ORDERS since 2019", "data_sensitivity", "pii");
        patients = dataset("name", "Patients", "location", "s3://Clinic/ward_7", "data_sensitivity", "phi");
        images = dataset("name", "Images", "source_system", "Clinic PACS", "data_sensitivity", "phi");
    }

    private static long dataset(Object... members) {
        return tenant.owner().post("/datasets/", json(members)).expect(201).id();
    }

    @Test
    void aDatasetReadsAsItWasWrittenWithTheSameTag() {
        var written = tenant.owner()
                .post(
                        "/datasets/",
                        json(
                                "name",
                                "Written",
                                "description",
                                "",
                                "record_count",
                                7,
                                "data_classification",
                                "restricted"))
                .expect(201);
        var read = tenant.auditor().get("/datasets/" + written.id()).expect(200);
        assertThat(read.json()).isEqualTo(written.json());
        assertThat(read.etag()).isEqualTo(written.etag());
        assertThat(read.position()).isGreaterThanOrEqualTo(written.position());

        var changed = tenant.owner()
                .with("If-Match", read.etag())
                .patch("/datasets/" + written.id(), json("name", "Changed", "record_count", null))
                .expect(200);
        var readAgain = tenant.auditor().get("/datasets/" + written.id() + "/").expect(200);
        assertThat(readAgain.json()).isEqualTo(changed.json());
        assertThat(readAgain.etag()).isEqualTo(changed.etag()).isNotEqualTo(read.etag());
    }

    @Test
    void whatIsNotThereOrAnothersIsNotFound() {
        tenant.auditor().get("/datasets/9999999").problem(404, "not-found");
        SharedHub.tenant().auditor().get("/datasets/" + orders).problem(404, "not-found");
        tenant.auditor().get("/datasets/none").problem(400, "malformed");
    }

    @Test
    void theModelsThatUseItAreListedAsTheyAreNow() {
        long used = dataset("name", "Used");
        long first = tenant.model("risk_level", "limited");
        long second = tenant.model("environment", "prod");
        for (long model : new long[] {first, second}) {
            tenant.owner()
                    .post("/models/%d/datasets/".formatted(model), json("dataset_id", used, "notes", "n"))
                    .expect(201);
        }
        tenant.owner()
                .post("/models/%d/datasets/".formatted(first), json("dataset_id", orders, "dataset_type", "test"))
                .expect(201);
        tenant.owner()
                .patch("/models/%d/risk-profile".formatted(first), json("risk_level", "high"))
                .expect(200);
        tenant.owner()
                .patch("/models/%d/compliance-status".formatted(first), json("status", "under_review"))
                .expect(200);

        var pages = Pages.forward(tenant.auditor(), "/datasets/%d/models?limit=1".formatted(used));
        assertThat(pages).hasSize(2);
        var row = Pages.elements(pages.getFirst()).getFirst();
        assertThat(row.path("model_id").asLong()).isEqualTo(first);
        assertThat(row.path("risk_level").asString()).isEqualTo("high");
        assertThat(row.path("compliance_status").asString()).isEqualTo("under_review");
        assertThat(row.path("model_name").asString())
                .isEqualTo(tenant.auditor().get("/models/" + first).expect(200).text("name"));
        assertThat(row.path("dataset_id").asLong()).isEqualTo(used);
        assertThat(row.path("notes").asString()).isEqualTo("n");
        assertThat(Pages.elements(pages.getLast())
                        .getFirst()
                        .path("environment")
                        .asString())
                .isEqualTo("prod");
        assertThat(Pages.ids(tenant.auditor(), "/datasets/%d/models".formatted(patients)))
                .isEmpty();
        tenant.auditor().get("/datasets/9999999/models").problem(404, "not-found");
    }

    @Test
    void theNewestComesFirst() {
        assertThat(listed(""))
                .containsSubsequence(images, patients, orders)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void eachFilterAloneAndAllTogether() {
        assertThat(listed("?data_sensitivity=phi")).containsExactly(images, patients);
        assertThat(listed("?data_sensitivity=pci")).isEmpty();
        assertThat(listed("?organization_id=" + tenant.organizationId())).contains(images, patients, orders);
        assertThat(listed("?q=CLINIC")).containsExactly(images, patients);
        assertThat(listed("?q=orders%20since")).containsExactly(orders);
        assertThat(listed("?data_sensitivity=phi&q=pacs&organization_id=" + tenant.organizationId()))
                .containsExactly(images);
        assertThat(listed("?data_sensitivity=pii&q=pacs")).isEmpty();
    }

    @Test
    void aPatternInASearchIsOnlyText() {
        assertThat(listed("?q=ward_7")).containsExactly(patients);
        assertThat(listed("?q=ward%257")).isEmpty();
        assertThat(listed("?q=wardx7")).isEmpty();
        tenant.auditor().get("/datasets/?q=ab").problem(422, "invalid-fields");
    }

    @Test
    void platformStaffSearchesEverywhereOrInOneOrganisation() {
        var other = SharedHub.tenant();
        var name = Tenant.unique("dataset");
        long own = dataset("name", name);
        long others =
                other.owner().post("/datasets/", json("name", name)).expect(201).id();

        assertThat(Pages.ids(SharedHub.platform(), "/datasets/?q=" + name)).containsExactly(others, own);
        assertThat(Pages.ids(
                        SharedHub.platform(), "/datasets/?q=" + name + "&organization_id=" + tenant.organizationId()))
                .containsExactly(own);
        assertThat(listed("?q=" + name)).containsExactly(own);
    }

    private static List<Long> listed(String query) {
        return Pages.ids(tenant.auditor(), "/datasets/" + query);
    }
}
