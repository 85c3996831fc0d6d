namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// One try of a request, and its right to one connection. The socket handler sends a GET again by itself, up to three times within
/// milliseconds, when a connection dies before the first byte of the answer, be it reused or fresh (so <c>Connection: close</c> does not help):
/// unseen by the gate, against all spacing. Connections are not kept, so each sending needs a new one, and a second one is not given.
/// </summary>
internal sealed class Attempt
{
    private static readonly HttpRequestOptionsKey<Attempt> Key = new("Sheaf.Attempt");
    private bool _connectionSpent;

    private Attempt(int number)
    {
        Number = number;
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>The next try of <paramref name="request"/>.</summary>
    public static Attempt Begin(HttpRequestMessage request)
    {
        var attempt = new Attempt(request.Options.TryGetValue(Key, out var before) ? before.Number + 1 : 1);
        request.Options.Set(Key, attempt);
        return attempt;
    }

    /// <summary>After its end an attempt gets no connection: one that is still being made would lie about for others.</summary>
    public void End() => Interlocked.Exchange(ref _connectionSpent, true);

    /// <summary>Gives a new connection to the attempt that asked for it; a <see cref="SocketsHttpHandler.PlaintextStreamFilter"/>.</summary>
    public static ValueTask<Stream> GiveConnection(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken)
    {
        // A request to a proxy to make a tunnel is not ours and has no attempt.
        if (context.InitialRequestMessage.Options.TryGetValue(Key, out var attempt) && Interlocked.Exchange(ref attempt._connectionSpent, true))
        {
            throw new IOException("The connection was closed before an answer came.");
        }

        return ValueTask.FromResult(context.PlaintextStream);
    }
}
