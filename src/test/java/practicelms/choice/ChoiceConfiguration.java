package practicelms.choice;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings the deep linking side of the practice LMS together. */
@Configuration(proxyBeanMethods = false)
@Import(ChoiceController.class)
public class ChoiceConfiguration {

}
