package org.aigovernancehub.api;

/** An intention towards one aggregate. Who has it, and on which version, is the command's metadata, never its payload. */
public interface Command {

    /** Returns the stream that decides. */
    AggregateId target();
}
