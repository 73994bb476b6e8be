/** What the hub and a proxy in front of it agree on: whose forwarded headers count, and how a hub leaves without a failed call. */
@NullMarked
package org.aigovernancehub.hub.web.proxy;

import org.jspecify.annotations.NullMarked;
