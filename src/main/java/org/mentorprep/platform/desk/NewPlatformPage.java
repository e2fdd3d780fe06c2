package org.mentorprep.platform.desk;

/** The form for a registration by hand, with what was typed and what is wrong with it. */
public record NewPlatformPage(PlatformForm form, Problems problems, ToolAddresses tool) {
}
