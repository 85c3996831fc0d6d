namespace Sheaf.Signals;

/// <summary>How a service is asked. Its own limit is 500 requests in 5 minutes; nobody needs half as many.</summary>
internal sealed record SignalLimits
{
    /// <summary>Least time from the end of one request to the start of the next.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After the first try that failed, doubling, up to a quarter longer by chance; Retry-After goes before it.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a request is sent in all before the service counts as out of reach.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>A run that is asked to wait longer ends; the next begins no sooner.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>From the start of a request to the last byte of its answer.</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of an answer, decompressed. A page of a hundred papers has about half of one million.</summary>
    public int LongestBody { get; init; } = 8 * 1024 * 1024;

    /// <summary>Pages of one day. A day has at most some hundred papers.</summary>
    public int MostPages { get; init; } = 20;
}
