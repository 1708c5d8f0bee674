package org.collegium.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.assessment.Expression.Call;
import org.collegium.assessment.Expression.Constant;
import org.collegium.assessment.Expression.Name;
import org.collegium.assessment.Expression.Operation;
import org.collegium.assessment.Expression.Part;
import org.collegium.assessment.Expression.Unreadable;

/** A formula as Moodle has it, whose signs and functions are PHP's: a power is a function, and variables stand in braces. */
public final class PhpFormula {

    private PhpFormula() {}

    /** Empty when it is no formula. */
    public static Optional<String> of(String formula) {
        try {
            return Optional.of(text(Expression.of(formula).root(), true));
        } catch (Unreadable unreadable) {
            return Optional.empty();
        }
    }

    /** @param outermost whether nothing is around it, so that it needs no brackets */
    private static String text(Part part, boolean outermost) {
        return switch (part) {
            case Constant(double value) -> {
                String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
                yield value < 0 ? "(" + plain + ")" : plain;
            }
            case Name(String name) -> "{" + name + "}";
            case Operation(char sign, Part left, Part right)
            when sign == '^' -> "pow(" + text(left, true) + "," + text(right, true) + ")";
            case Operation(char sign, Part left, Part right) -> {
                String both = text(left, false) + sign + text(right, false);
                yield outermost ? both : "(" + both + ")";
            }
            case Call(Functions function, List<Part> arguments) -> call(function, arguments);
        };
    }

    private static String call(Functions function, List<Part> arguments) {
        String given = arguments.stream().map(each -> text(each, true)).collect(Collectors.joining(","));
        return switch (function) {
            case LN -> "log(" + given + ")";
            case LOG2 -> "(log(" + given + ")/log(2))";
            case ABS, SQRT, EXP, LOG10, SIN, COS, TAN, ATAN, FLOOR, CEIL, ROUND, MIN, MAX ->
                function.name().toLowerCase(Locale.ROOT) + "(" + given + ")";
        };
    }
}
