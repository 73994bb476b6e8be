/** What an event is, how it is named and recorded, and how it is read in the order of positions. */
@NullMarked
package org.aigovernancehub.api.event;

import org.jspecify.annotations.NullMarked;
