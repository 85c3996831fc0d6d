namespace Sheaf.Arxiv.Politeness;

/// <summary>The right to have one request under way. Leaving it (dispose) frees the connection and starts the spacing to the next request.</summary>
public sealed class RequestPermit : IAsyncDisposable
{
    private readonly RequestGate _gate;
    private bool _over;

    internal RequestPermit(RequestGate gate, RequestKind kind)
    {
        _gate = gate;
        Kind = kind;
    }

    public RequestKind Kind { get; }

    public ValueTask DisposeAsync()
    {
        if (!Interlocked.Exchange(ref _over, true))
        {
            _gate.Leave(Kind);
        }

        return ValueTask.CompletedTask;
    }
}
