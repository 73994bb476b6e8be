package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import org.aigovernancehub.hub.openapi.Schemas.Direction;

/** What components are called: {@code Model} for {@code ModelResource}, {@code CreatePolicy} for a controller's {@code CreateRequest}. */
final class Names {
    private Names() {}

    static String of(Class<?> type, Direction direction) {
        var declared = type.getAnnotation(Schema.class);
        if (declared != null && !declared.name().isEmpty()) {
            return declared.name();
        }
        var own = type.getSimpleName().replaceFirst("(View|Resource|Request|Answer)$", "");
        var enclosing = type.getEnclosingClass();
        if (enclosing == null) {
            return own;
        }
        var outer = enclosing.getSimpleName().replaceFirst("((Command|Query)?Controller|Requests|View|Resource)$", "");
        return direction == Direction.SENT && !type.isEnum() ? own + outer : outer + own;
    }
}
