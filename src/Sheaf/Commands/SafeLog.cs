using Serilog.Core;
using Serilog.Events;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>
/// Makes what is logged harmless: answers of strangers stand in it, and a log is read on a terminal. No text in a line breaks it, so that
/// no line can be forged, and the lines of a failure are indented.
/// </summary>
internal sealed class SafeLog : ILogEventEnricher
{
    /// <summary>
    /// The property that holds a failure with its stack trace, each line of it ended; for the template of a sink, in place of
    /// <c>Exception</c>.
    /// </summary>
    public const string Failure = "Failure";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            // Numbers and times are what they are; an address, for one, is text as soon as it is written.
            if (value is ScalarValue { Value: { } scalar } && scalar is not (ValueType or Enum))
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(SafeText.OneLine($"{scalar}"))));
            }
        }

        if (logEvent.Exception is { } failure)
        {
            var lines = $"{failure}".Split('\n').Select(line => $"  {SafeText.OneLine(line.TrimEnd('\r'))}{Environment.NewLine}");
            logEvent.AddOrUpdateProperty(new LogEventProperty(Failure, new ScalarValue(string.Concat(lines))));
        }
    }
}
