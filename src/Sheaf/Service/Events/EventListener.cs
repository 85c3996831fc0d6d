using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Sheaf.Service.Events;

/// <summary>
/// One who listens: keeps what it has not read yet, of each key the newest only, so that one who reads slowly costs nothing and misses
/// nothing that still holds.
/// </summary>
internal sealed class EventListener
{
    /// <summary>More are not kept; the oldest go. There are as many keys as months with rankings and runs.</summary>
    private const int MostUnread = 500;

    private readonly Lock _lock = new();
    private readonly List<ServiceEvent> _unread = [];
    private readonly Channel<bool> _wake =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Tells it, without waiting.</summary>
    public void Tell(ServiceEvent told)
    {
        lock (_lock)
        {
            var older = _unread.FindIndex(one => one.Key == told.Key);
            if (older >= 0)
            {
                told = told.After(_unread[older]);
                _unread.RemoveAt(older);
            }

            _unread.Add(told);
            if (_unread.Count > MostUnread)
            {
                _unread.RemoveAt(0);
            }
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>What it has not read is all that still comes.</summary>
    public void End() => _wake.Writer.TryComplete();

    /// <summary>All that it is told, as it comes.</summary>
    public async IAsyncEnumerable<ServiceEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _wake.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_wake.Reader.TryRead(out _))
            {
                foreach (var told in Take())
                {
                    yield return told;
                }
            }
        }
    }

    private ServiceEvent[] Take()
    {
        lock (_lock)
        {
            ServiceEvent[] taken = [.. _unread];
            _unread.Clear();
            return taken;
        }
    }
}
