/** What operators configure, read from the environment and checked before anything starts. */
@NullMarked
package org.aigovernancehub.hub.settings;

import org.jspecify.annotations.NullMarked;
