namespace Sheaf.Benchmarks;

/// <summary>
/// Runs a part of Sheaf and its floor in turns. Two measurements minutes apart compare the machine with itself as much as the code; turn by
/// turn, what else goes on there meets both sides alike.
/// </summary>
internal sealed class Paired(Action floor, Action part)
{
    private const int Rounds = 21;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(100);

    /// <summary>Done before and after each turn, outside the time that counts.</summary>
    public Action Before { get; init; } = () => { };

    /// <inheritdoc cref="Before"/>
    public Action After { get; init; } = () => { };

    /// <summary>How often a side is called in one turn; 0 for as often as makes a turn of a tenth of a second.</summary>
    public int Calls { get; init; }

    /// <summary>The part's throughput over that of its floor: the median over the rounds.</summary>
    public double Ratio()
    {
        WarmUp();
        var calls = Calls > 0 ? Calls : (int)Math.Ceiling(Turn / Take(floor, calls: 1));
        return Enumerable.Range(0, Rounds).Select(_ => Take(floor, calls) / Take(part, calls)).Order().ElementAt(Rounds / 2);
    }

    /// <summary>Until the runtime has compiled both sides as well as it can.</summary>
    private void WarmUp()
    {
        for (var taken = TimeSpan.Zero; taken < Warm;)
        {
            taken += Take(floor, calls: 1) + Take(part, calls: 1);
        }
    }

    private TimeSpan Take(Action side, int calls)
    {
        Before();
        var start = Environment.CpuUsage.TotalTime;
        for (var call = 0; call < calls; call++)
        {
            side();
        }

        var taken = Environment.CpuUsage.TotalTime - start;
        After();
        return taken;
    }
}
