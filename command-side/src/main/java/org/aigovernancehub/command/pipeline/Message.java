package org.aigovernancehub.command.pipeline;

/** The answer of a call that has nothing to show but that it was taken. */
public record Message(String message) {}
