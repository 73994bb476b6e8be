package org.aigovernancehub.hub.unmarked;

public class InAnUnmarkedPackage {}
