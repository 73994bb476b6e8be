package org.aigovernancehub.command.model;

public class InALayer {}
