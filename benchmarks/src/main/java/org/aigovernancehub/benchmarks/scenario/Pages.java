package org.aigovernancehub.benchmarks.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpRequest;

/** Pages of lists among very many models, one request at a time: what it takes to find and to write fifty rows, and the figures beside them. */
public final class Pages implements Scenario {
    private static final int REQUESTS = 400;
    private static final double HIGHEST_PAGE_MILLIS = 15;
    private static final double HIGHEST_OVERVIEW_MILLIS = 10;
    private static final double HIGHEST_AUDIT_MILLIS = 20;

    private final List<Asked> asked = new ArrayList<>();
    private String title = "";

    private record Asked(String what, String path, Goal goal) {}

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void prepare(World world) {
        ManyModels.fill(world);
        title = String.format(
                Locale.ROOT, "one answer among %,d models and %,d events", world.models(), world.events());
        for (var sort : List.of("id", "-updated_at")) {
            for (var filter : List.of(
                    "",
                    "risk_level=limited",
                    "compliance_status=draft",
                    "environment=prod",
                    "data_sensitivity=phi",
                    "owner=owner%207",
                    "domain=domain%203",
                    "q=many%2077")) {
                ask(
                        "models, sort=%s %s".formatted(sort, filter),
                        "/models/?limit=50&sort=%s&%s".formatted(sort, filter),
                        HIGHEST_PAGE_MILLIS);
            }
        }
        ask("the dashboard", "/dashboard/stats", HIGHEST_OVERVIEW_MILLIS);
        ask(
                "the trail of one model",
                "/audit-logs/?limit=50&entity_type=Model&entity_id=" + world.model(""),
                HIGHEST_AUDIT_MILLIS);
        ask("the trail of one person", "/audit-logs/?limit=50&actor=" + world.engineerName(), HIGHEST_AUDIT_MILLIS);
        ask("the trail of a century", "/audit-logs/?limit=50&from=2000-01-01&to=2100-01-01", HIGHEST_AUDIT_MILLIS);
    }

    private void ask(String what, String path, double highestMillis) {
        asked.add(new Asked(what, path, Goal.atMost(highestMillis)));
    }

    @Override
    public List<Figure> run(World world) {
        return asked.stream()
                .map(one -> {
                    var request = HttpRequest.get(World.API + one.path(), world.officer());
                    var outcome = world.oneByOne(request, REQUESTS);
                    return new Figure(title, "p99 of " + one.what(), "ms", outcome.millis(99), one.goal());
                })
                .toList();
    }
}
