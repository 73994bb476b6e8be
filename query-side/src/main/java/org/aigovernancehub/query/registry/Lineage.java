package org.aigovernancehub.query.registry;

import java.util.List;
import org.aigovernancehub.api.registry.DependencyView;
import org.aigovernancehub.api.registry.LinkView;
import org.aigovernancehub.query.read.Snapshot;

/**
 * Where a model comes from, and what came from it.
 *
 * @param datasets the model's own links, by id
 * @param parentModels edges towards ancestors, each once, by id
 * @param childModels edges towards descendants, each once, by id
 */
record Lineage(List<LinkView> datasets, List<DependencyView> parentModels, List<DependencyView> childModels) {
    /** Follows edges of one direction, a level at a time; the graph has no cycles, but edges meet again on several ways. */
    private static final String EDGES = """
            WITH RECURSIVE reached (model_id, depth) AS (
                SELECT CAST(? AS bigint), 0
                UNION
                SELECT d.%2$s, r.depth + 1 FROM dependency d JOIN reached r ON d.%1$s = r.model_id WHERE r.depth < ?)
            SELECT d.* FROM dependency d
             WHERE d.%1$s IN (SELECT model_id FROM reached WHERE depth < ?)
             ORDER BY d.dependency_id""";

    private static final String TOWARDS_PARENTS = EDGES.formatted("child_model_id", "parent_model_id");
    private static final String TOWARDS_CHILDREN = EDGES.formatted("parent_model_id", "child_model_id");

    static Lineage of(Snapshot snapshot, long modelId, int depth) {
        return new Lineage(
                snapshot.list(
                        "SELECT * FROM dataset_link WHERE model_id = ? ORDER BY link_id", RegistryRows::link, modelId),
                edges(snapshot, TOWARDS_PARENTS, modelId, depth),
                edges(snapshot, TOWARDS_CHILDREN, modelId, depth));
    }

    private static List<DependencyView> edges(Snapshot snapshot, String sql, long modelId, int depth) {
        return snapshot.list(sql, RegistryRows::dependency, modelId, depth, depth);
    }
}
