/** The web interface: files of the module web, and its page at whatever address it has a page for. */
@NullMarked
package org.aigovernancehub.hub.web.ui;

import org.jspecify.annotations.NullMarked;
