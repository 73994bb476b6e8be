/** The language of running the hub: rebuilds of read models and dead letters. */
@NullMarked
package org.aigovernancehub.api.operations;

import org.jspecify.annotations.NullMarked;
