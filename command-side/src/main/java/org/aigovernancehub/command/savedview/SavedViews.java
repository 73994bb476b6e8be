package org.aigovernancehub.command.savedview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.DecisionTable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps saved views. A view belongs to the organisation in which it was made (to none, if platform staff made it): who moves to another one
 * leaves it behind.
 */
@Component
class SavedViews extends DecisionTable {
    /** Lists of them are cut from the whole, so that they must stay short. */
    private static final int MOST = 200;

    SavedViews(@Qualifier("commandDataSource") DataSource dataSource) {
        super(dataSource);
    }

    /**
     * A view with what is kept about it.
     *
     * @param organizationId null for the platform's
     */
    record Kept(SavedView view, @Nullable Long organizationId, long version) {
        /** Tells whether the caller may know of it: platform staff reads what organisations share. */
        private boolean isVisibleTo(Caller caller) {
            var own = caller.tenant();
            return isOf(caller) || (view.shared() && (caller.platform() || Objects.equals(own, organizationId)));
        }

        boolean isOf(Caller caller) {
            return Objects.equals(caller.userId(), view.userId()) && Objects.equals(caller.tenant(), organizationId);
        }
    }

    /** Lists, in the order of ids, the caller's own and those that are shared where the caller belongs. */
    List<SavedView> of(Caller caller, SavedView.@Nullable Page page) {
        var wanted = page == null ? null : page.wire();
        return jdbc().query("""
                SELECT * FROM app.saved_view
                 WHERE organization_id IS NOT DISTINCT FROM ? AND (shared OR user_id = ?) AND (?::text IS NULL OR page = ?)
                 ORDER BY view_id""", (row, _) -> kept(row).view(), caller.tenant(), caller.userId(), wanted, wanted);
    }

    /** Finds a view, or throws {@code not-found}: others' own ones look absent. */
    Kept find(long viewId, Caller caller) {
        return find(viewId)
                .filter(kept -> kept.isVisibleTo(caller))
                .orElseThrow(() -> ProblemException.notFound("view", viewId));
    }

    /** The same, held to the end of the transaction, for who changes it. */
    Kept hold(long viewId, Caller caller) {
        jdbc().queryForList("SELECT 1 FROM app.saved_view WHERE view_id = ? FOR UPDATE", viewId);
        return find(viewId, caller);
    }

    private Optional<Kept> find(long viewId) {
        return jdbc().query("SELECT * FROM app.saved_view WHERE view_id = ?", (row, _) -> kept(row), viewId).stream()
                .findFirst();
    }

    /** Adds one of the caller's, and returns it. */
    Kept add(Caller caller, String name, SavedView.Page page, String query, boolean shared) {
        long user = Objects.requireNonNull(caller.userId());
        Long own = jdbc().queryForObject("SELECT count(*) FROM app.saved_view WHERE user_id = ?", Long.class, user);
        if (own != null && own >= MOST) {
            throw new ProblemException(
                    ProblemType.INVALID_FIELDS, "You have %d saved views already. Delete one first.".formatted(own));
        }
        var added = jdbc().queryForList("""
                        INSERT INTO app.saved_view (user_id, organization_id, name, page, query, shared)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT saved_view_name_key DO NOTHING RETURNING view_id""", Long.class, user, caller.tenant(), name, page.wire(), query, shared);
        if (added.isEmpty()) {
            throw duplicate(user, caller.tenant(), page, name);
        }
        return find(added.getFirst(), caller);
    }

    /** Changes one that is held. */
    Kept change(Kept kept, String name, String query, boolean shared, Caller caller) {
        var view = kept.view();
        if (!name.equals(view.name())
                && !holders(view.userId(), kept.organizationId(), view.page(), name)
                        .isEmpty()) {
            throw duplicate(view.userId(), kept.organizationId(), view.page(), name);
        }
        jdbc().update("""
                UPDATE app.saved_view SET name = ?, query = ?, shared = ?, version = version + 1, updated_at = now()
                 WHERE view_id = ?""", name, query, shared, view.id());
        // Who stops the sharing of another's view does not see it any more, and is told what it has become all the
        // same.
        return find(view.id()).orElseThrow(() -> ProblemException.notFound("view", view.id()));
    }

    void remove(Kept kept) {
        jdbc().update(
                        "DELETE FROM app.saved_view WHERE view_id = ?",
                        kept.view().id());
    }

    private List<Long> holders(long user, @Nullable Long organization, SavedView.Page page, String name) {
        return jdbc().queryForList("""
                        SELECT view_id FROM app.saved_view
                         WHERE user_id = ? AND organization_id IS NOT DISTINCT FROM ? AND page = ? AND name = ?""", Long.class, user, organization, page.wire(), name);
    }

    private ProblemException duplicate(long user, @Nullable Long organization, SavedView.Page page, String name) {
        return ProblemException.duplicate(
                "There is a view named '%s' of %s already.".formatted(name, page.wire()),
                holders(user, organization, page, name).getFirst());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new SavedView(
                        row.getLong("view_id"),
                        row.getLong("user_id"),
                        row.getString("name"),
                        Wire.of(SavedView.Page.class, row.getString("page")),
                        row.getString("query"),
                        row.getBoolean("shared"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()),
                row.getObject("organization_id", Long.class),
                row.getLong("version"));
    }
}
