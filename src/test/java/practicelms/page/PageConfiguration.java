package practicelms.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings the pages of the practice LMS together. */
@Configuration(proxyBeanMethods = false)
@Import({ CourseController.class, ErrorPages.class })
public class PageConfiguration {

}
