/** Stands in for PagerDuty and Slack on a machine without keys: what people would be told is shown. */
@NullMarked
package io.dawsos.observatory.server.pages;

import org.jspecify.annotations.NullMarked;
