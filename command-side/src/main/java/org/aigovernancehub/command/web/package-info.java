/** What controllers take from a request: checked texts and numbers, and the call itself with its preconditions. */
@NullMarked
package org.aigovernancehub.command.web;

import org.jspecify.annotations.NullMarked;
