using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Sheaf.Service;

/// <summary>What the service has to tell, told one after the other beside its runs, so that none waits for it.</summary>
internal sealed class NoticeDelivery(Notifier notifier) : BackgroundService
{
    /// <summary>More are not kept: after so many minutes a person knows, or the program hangs every time.</summary>
    private const int MostWaiting = 100;

    private readonly Channel<Notice> _waiting =
        Channel.CreateBounded<Notice>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Returns at once.</summary>
    public void Post(Notice notice)
    {
        if (notifier.IsSet)
        {
            _waiting.Writer.TryWrite(notice);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var notice in _waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await notifier.TellAsync(notice, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends; one that never came to start would take this for a failure.
        }
    }
}
