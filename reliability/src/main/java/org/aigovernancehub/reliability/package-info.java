/** A program that breaks hubs, their database and what is between them, from outside, and checks what they promised. */
@NullMarked
package org.aigovernancehub.reliability;

import org.jspecify.annotations.NullMarked;
