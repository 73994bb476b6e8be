/** The rules of the architecture, each shown to fail once on a fixture that breaks it. */
@NullMarked
package org.aigovernancehub.architecture;

import org.jspecify.annotations.NullMarked;
