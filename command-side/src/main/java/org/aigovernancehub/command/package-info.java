/** The side that decides. Here is what its packages share. */
@NullMarked
package org.aigovernancehub.command;

import org.jspecify.annotations.NullMarked;
