package org.aigovernancehub.hub.web.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a Spring problem is written: its members in the order of RFC 9457, extensions beside them. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
interface ProblemJson {

    @JsonAnyGetter
    @Nullable
    Map<String, Object> getProperties();
}
