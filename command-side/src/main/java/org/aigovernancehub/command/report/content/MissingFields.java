package org.aigovernancehub.command.report.content;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.report.content.ComplianceReport.DatasetUse;
import org.aigovernancehub.command.report.content.ComplianceReport.MissingField;
import org.aigovernancehub.command.report.content.ComplianceReport.Review;
import org.aigovernancehub.command.report.content.ComplianceReport.Version;
import org.jspecify.annotations.Nullable;

/** Names what is not there: silence about a gap would read as its absence. */
final class MissingFields {
    private static final String GENERAL = "Annex IV (1), general description";
    private static final String DEVELOPMENT = "Annex IV (2), elements and development process";
    private static final String DATA = "Annex IV (2)(d), data requirements";
    private static final String OVERSIGHT = "Annex IV (2)(e), human oversight";
    private static final String TESTING = "Annex IV (2)(g), validation and testing";
    private static final String RISK = "Annex IV (5), risk management system";

    private final List<MissingField> missing = new ArrayList<>();

    static List<MissingField> of(
            ModelView model, List<DatasetUse> datasets, List<Version> versions, List<Review> reviews) {
        var fields = new MissingFields();
        fields.ofModel(model);
        fields.ofVersions(versions);
        fields.ofDatasets(datasets);
        if (reviews.isEmpty()) {
            fields.add("reviews", "model", OVERSIGHT);
        }
        fields.beyondTheRegister();
        return fields.missing;
    }

    private void ofModel(ModelView model) {
        var where = "model";
        unless(model.details().description(), "description", where, GENERAL);
        unless(model.risk().intendedPurpose(), "intended purpose", where, GENERAL);
        unless(model.risk().domain(), "domain", where, GENERAL);
        unless(model.details().sector(), "sector", where, GENERAL);
        unless(model.details().jurisdiction(), "jurisdiction", where, GENERAL);
        unless(model.risk().dataSources(), "data sources", where, DATA);
        unless(model.risk().oversightPlan(), "oversight plan", where, OVERSIGHT);
        unless(model.risk().potentialHarm(), "potential harm", where, RISK);
        if (model.risk().riskLevel() == RiskLevel.UNCLASSIFIED) {
            add("risk classification", where, RISK);
        }
    }

    private void ofVersions(List<Version> versions) {
        if (versions.isEmpty()) {
            add("versions", "model", GENERAL);
            add("forms in which the system is provided", "model", GENERAL);
            add("evaluation metrics", "model", TESTING);
            return;
        }
        for (var version : versions) {
            var where = "version " + version.view().versionTag();
            unless(version.view().s3Path(), "artefact location (form in which it is provided)", where, GENERAL);
            unless(version.view().artifactDigest(), "artefact digest", where, DEVELOPMENT);
            if (version.metrics().isEmpty()) {
                add("evaluation metrics", where, TESTING);
            }
        }
    }

    private void ofDatasets(List<DatasetUse> datasets) {
        Set<DatasetType> absent = EnumSet.of(DatasetType.TRAINING, DatasetType.VALIDATION, DatasetType.TEST);
        datasets.forEach(use -> absent.remove(use.link().datasetType()));
        absent.forEach(type -> add("%s dataset".formatted(type.wire()), "model", DATA));
        var seen = new java.util.TreeSet<Long>();
        for (var use : datasets) {
            if (seen.add(use.dataset().id())) {
                var details = use.dataset().details();
                var where = "dataset " + details.name();
                unless(details.description(), "description", where, DATA);
                unless(details.sourceSystem(), "source system", where, DATA);
                unless(details.location(), "location", where, DATA);
                if (details.recordCount() == null) {
                    add("record count", where, DATA);
                }
            }
        }
    }

    /** What technical documentation holds and this register has no field for, whatever the model. */
    private void beyondTheRegister() {
        beyond("system architecture and computational resources", DEVELOPMENT);
        beyond("instructions for use", "Annex IV (1)(h), instructions for use");
        beyond("monitoring, functioning and control", "Annex IV (3), monitoring, functioning and control");
        beyond("appropriateness of the metrics", "Annex IV (4), performance metrics");
        beyond("harmonised standards applied", "Annex IV (7), standards");
        beyond("EU declaration of conformity", "Annex IV (8), declaration of conformity");
        beyond("post-market monitoring plan", "Annex IV (9), post-market monitoring");
    }

    private void unless(@Nullable String value, String field, String where, String annex) {
        if (value == null || value.isBlank()) {
            add(field, where, annex);
        }
    }

    private void add(String field, String where, String annex) {
        missing.add(new MissingField(field, where, annex, true));
    }

    private void beyond(String field, String annex) {
        missing.add(new MissingField(field, "not a field of this register", annex, false));
    }
}
