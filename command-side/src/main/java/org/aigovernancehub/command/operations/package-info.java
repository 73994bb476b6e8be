/** Running the read side: what operators ask of it, as commands that are audited. */
@NullMarked
package org.aigovernancehub.command.operations;

import org.jspecify.annotations.NullMarked;
