/**
 * The OpenAPI document, made from the controllers: their signatures say which calls there are, the records that they take and answer how
 * bodies look, the constraints on those which limits there are. springdoc serves what is made here, and the pages to browse it.
 */
@NullMarked
package org.aigovernancehub.hub.openapi;

import org.jspecify.annotations.NullMarked;
