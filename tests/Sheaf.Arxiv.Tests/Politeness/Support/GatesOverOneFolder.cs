using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness.Support;

/// <summary>Gates over one folder, each as it stands in a process of its own, on one fake clock.</summary>
public abstract class GatesOverOneFolder : IDisposable
{
    private readonly List<RequestGate> _gates = [];

    protected static Uri Address { get; } = new("https://arxiv.org/abs/2404.00001");

    protected static TimeSpan Instant { get; } = TimeSpan.FromMilliseconds(1);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    protected string FolderPath { get; } = Path.Combine(Directory.CreateTempSubdirectory("sheaf-gate-").FullName, "state");

    protected GateFolder Folder => new(FolderPath);

    public void Dispose()
    {
        _gates.ForEach(gate => gate.Dispose());
        Directory.Delete(Path.GetDirectoryName(FolderPath)!, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected GateReport Report() => Folder.Report(() => new ArxivOptions(), Time);

    /// <param name="time">Its clock, where that is not everybody's.</param>
    /// <param name="interval">The spacing of its API requests, where that is not 3 seconds.</param>
    protected RequestGate Gate(TimeProvider? time = null, TimeSpan? interval = null)
    {
        var gate = new RequestGate(time ?? Time, Options.Create(Settings(interval)));
        _gates.Add(gate);
        return gate;
    }

    protected ArxivOptions Settings(TimeSpan? interval = null) =>
        new() { GateFolder = FolderPath, ApiInterval = interval ?? TimeSpan.FromSeconds(3) };

    // With an end on the real clock: a gate that forgets a caller shall fail its test, not hang it.
    private protected static Task<RequestPermit> EnterAsync(RequestGate gate, RequestKind kind) =>
        gate.EnterAsync(kind, Token).AsTask().WaitAsync(TimeSpan.FromMinutes(5), Token);
}
