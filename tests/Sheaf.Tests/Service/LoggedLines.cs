using Microsoft.Extensions.Logging;

namespace Sheaf.Tests.Service;

/// <summary>A log kept as lines, <c>Warning: what happened</c>.</summary>
internal sealed class LoggedLines<T> : ILogger<T>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add($"{logLevel}: {formatter(state, exception)}{exception}");
}
