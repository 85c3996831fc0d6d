using Microsoft.Extensions.Logging;
using Sheaf.Lists;

namespace Sheaf.Service;

/// <summary>
/// Tells the log of each list that cannot be read, once for each reason: the service reads the lists again and again, and goes on without
/// it.
/// </summary>
internal sealed partial class UnreadListLog(ILogger<UnreadListLog> logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _told = [];

    public void Tell(UnreadList list)
    {
        lock (_lock)
        {
            if (_told.GetValueOrDefault(list.Name) == list.Sentence)
            {
                return;
            }

            _told[list.Name] = list.Sentence;
        }

        LogUnread(list.Sentence);
    }

    [LoggerMessage(LogLevel.Warning, "{Sentence}")]
    private partial void LogUnread(string sentence);
}
