namespace Sheaf.Signals;

/// <summary>A service refuses, or cannot be reached: it is asked for nothing more in this run.</summary>
/// <param name="message">One sentence without its full stop, for a person.</param>
internal sealed class SignalUnavailableException(string message) : Exception(message)
{
    /// <summary>Until when it wants to be left alone; null where it has not said.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
