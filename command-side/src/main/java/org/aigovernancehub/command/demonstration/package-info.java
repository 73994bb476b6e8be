/** A made-up year of three organisations, played through the real commands, for those who want to look before they use the hub. */
@NullMarked
package org.aigovernancehub.command.demonstration;

import org.jspecify.annotations.NullMarked;
