/** The event store: appending and reading streams, dense positions after commit, snapshots, and the feed that projections follow. */
@NullMarked
package org.aigovernancehub.command.eventstore;

import org.jspecify.annotations.NullMarked;
