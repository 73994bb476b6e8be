/** Lists: filters, keyset pages, and whole exports as JSON, CSV or NDJSON. */
@NullMarked
package org.aigovernancehub.query.listing;

import org.jspecify.annotations.NullMarked;
