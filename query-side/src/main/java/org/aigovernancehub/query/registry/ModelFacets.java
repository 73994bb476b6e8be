package org.aigovernancehub.query.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.listing.ListQuery.Selection;
import org.aigovernancehub.query.read.Snapshot;
import org.aigovernancehub.query.registry.ModelFilter.Facet;
import org.jspecify.annotations.Nullable;

/**
 * How many models each choice of a filter would leave: a facet is counted with all filters but itself.
 *
 * @param total how many models all filters leave
 * @param exact whether the counts are; else they are the least that there are
 * @param organizationId the organisations with the most models; null for who sees but one
 */
record ModelFacets(
        long total,
        boolean exact,
        List<RiskLevelFacet> riskLevel,
        List<ComplianceStatusFacet> complianceStatus,
        List<EnvironmentFacet> environment,
        List<DataSensitivityFacet> dataSensitivity,
        @Nullable List<OrganizationFacet> organizationId) {
    /** What one call looks at where no counter helps; few hubs have so many models. */
    private static final int EXAMINED = 200_000;

    private static final int ORGANIZATIONS = 100;
    private static final String COLUMNS =
            Arrays.stream(Facet.values()).map(Facet::column).collect(Collectors.joining(", "));

    ModelFacets {
        riskLevel = List.copyOf(riskLevel);
        complianceStatus = List.copyOf(complianceStatus);
        environment = List.copyOf(environment);
        dataSensitivity = List.copyOf(dataSensitivity);
        organizationId = organizationId == null ? null : List.copyOf(organizationId);
    }

    @Schema(name = "RiskLevelFacet")
    record RiskLevelFacet(RiskLevel value, long count) {}

    @Schema(name = "ComplianceStatusFacet")
    record ComplianceStatusFacet(ComplianceStatus value, long count) {}

    @Schema(name = "EnvironmentFacet")
    record EnvironmentFacet(Environment value, long count) {}

    @Schema(name = "DataSensitivityFacet")
    record DataSensitivityFacet(DataSensitivity value, long count) {}

    @Schema(name = "OrganizationFacet")
    record OrganizationFacet(long value, long count) {}

    static ModelFacets count(Snapshot snapshot, ModelFilter filter) {
        var tenant = snapshot.call().tenant(filter.organizationId());
        var chosen = filter.chosen(snapshot.call());
        var counts = new Counts();
        if (!filter.isNarrowed()) {
            counts.read(snapshot, ofCounters(snapshot.call().tenant()), chosen, List.of(Facet.values()));
        } else if (chosen.containsKey(Facet.ORGANIZATION_ID)) {
            // One organisation is found on an index; the other ones only matter to the facet that names them.
            counts.read(snapshot, ofModels(snapshot, filter, null), chosen, List.of(Facet.ORGANIZATION_ID));
            counts.read(snapshot, ofModels(snapshot, filter, tenant), chosen, facetsOfOne());
        } else {
            counts.read(snapshot, ofModels(snapshot, filter, tenant), chosen, List.of(Facet.values()));
        }
        return new ModelFacets(
                counts.total,
                counts.exact,
                counts.all(Facet.RISK_LEVEL, RiskLevel.class, RiskLevelFacet::new),
                counts.all(Facet.COMPLIANCE_STATUS, ComplianceStatus.class, ComplianceStatusFacet::new),
                counts.all(Facet.ENVIRONMENT, Environment.class, EnvironmentFacet::new),
                counts.all(Facet.DATA_SENSITIVITY, DataSensitivity.class, DataSensitivityFacet::new),
                snapshot.call().tenant() == null ? counts.organizations() : null);
    }

    private static List<Facet> facetsOfOne() {
        return Stream.of(Facet.values())
                .filter(facet -> facet != Facet.ORGANIZATION_ID)
                .toList();
    }

    /** Counters know the facets and nothing else. */
    private static Selection ofCounters(@Nullable Long tenant) {
        var sql = "SELECT " + COLUMNS + ", models FROM model_count";
        return tenant == null
                ? new Selection(sql, List.of())
                : new Selection(sql + " WHERE organization_id = ?", List.of(tenant));
    }

    private static Selection ofModels(Snapshot snapshot, ModelFilter filter, @Nullable Long organization) {
        var models = filter.narrowed(organization, COLUMNS, (_, _) -> "", ModelOrder.BY_ID)
                .selection(snapshot, EXAMINED + 1, false);
        return new Selection(
                "SELECT %1$s, count(*) AS models FROM (%2$s) model GROUP BY %1$s".formatted(COLUMNS, models.sql()),
                models.arguments());
    }

    /** What has been counted so far. */
    private static final class Counts {
        private static final String TOTAL = "total";
        private static final String EXAMINED_ROWS = "examined";

        private final Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        private long total;
        private boolean exact = true;

        /** Groups the models once, and sums the groups up for each facet. */
        void read(Snapshot snapshot, Selection models, Map<Facet, Object> chosen, List<Facet> facets) {
            var arguments = new ArrayList<>(models.arguments());
            var sums = new ArrayList<String>();
            sums.add("SELECT '%s' AS facet, NULL AS value, coalesce(sum(models), 0) AS models FROM counted"
                    .formatted(EXAMINED_ROWS));
            sums.add("SELECT '%s', NULL, coalesce(sum(models), 0) FROM counted%s"
                    .formatted(TOTAL, where(chosen, null, arguments)));
            for (var facet : facets) {
                sums.add("SELECT '%s', %s::text, sum(models) FROM counted%s GROUP BY 2"
                        .formatted(facet.wire(), facet.column(), where(chosen, facet, arguments)));
            }
            snapshot.list(
                    "WITH counted AS MATERIALIZED (%s) %s".formatted(models.sql(), String.join(" UNION ALL ", sums)),
                    (row, _) -> add(row.getString("facet"), row.getString("value"), row.getLong("models")),
                    arguments.toArray());
        }

        private static String where(Map<Facet, Object> chosen, @Nullable Facet but, List<@Nullable Object> arguments) {
            var conditions = new ArrayList<String>();
            chosen.forEach((facet, value) -> {
                if (facet != but) {
                    conditions.add(facet.column() + " = ?");
                    arguments.add(value);
                }
            });
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }

        private boolean add(String what, @Nullable String value, long models) {
            switch (what) {
                case TOTAL -> total = models;
                case EXAMINED_ROWS -> exact &= models <= EXAMINED;
                default ->
                    counts.computeIfAbsent(Wire.of(Facet.class, what), _ -> new HashMap<>())
                            .put(java.util.Objects.requireNonNull(value), models);
            }
            return true;
        }

        private Map<String, Long> of(Facet facet) {
            return counts.getOrDefault(facet, Map.of());
        }

        <E extends Enum<E> & Wire, R> List<R> all(Facet facet, Class<E> type, BiFunction<E, Long, R> row) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> row.apply(value, of(facet).getOrDefault(value.wire(), 0L)))
                    .toList();
        }

        List<OrganizationFacet> organizations() {
            return of(Facet.ORGANIZATION_ID).entrySet().stream()
                    .map(entry -> new OrganizationFacet(Long.parseLong(entry.getKey()), entry.getValue()))
                    .filter(facet -> facet.count() > 0)
                    .sorted(Comparator.comparingLong(OrganizationFacet::count)
                            .reversed()
                            .thenComparingLong(OrganizationFacet::value))
                    .limit(ORGANIZATIONS)
                    .toList();
        }
    }
}
