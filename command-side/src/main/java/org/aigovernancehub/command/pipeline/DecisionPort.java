package org.aigovernancehub.command.pipeline;

/**
 * Marks what command handlers may ask beside their own state: decision tables and ids, read and written in the command's transaction. A
 * handler takes the port as a parameter, by its interface.
 */
public interface DecisionPort {}
