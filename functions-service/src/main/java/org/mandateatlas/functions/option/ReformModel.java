package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Model of a reform: an authority (`top-down`), networks (`bottom-up`) or both (`mixed`). */
@Schema(description = "Model of a reform: an authority (`top-down`), networks (`bottom-up`) or both (`mixed`).")
public enum ReformModel {
    TOP_DOWN,
    BOTTOM_UP,
    MIXED
}
