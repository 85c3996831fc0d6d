namespace Sheaf.Replica.Faults;

/// <summary>The rules in force, and how many requests each has seen. Safe to be used from several threads at once.</summary>
public sealed class FaultSchedule
{
    private readonly Lock _lock = new();
    private List<Counted> _rules = [];

    /// <summary>The rules in force; setting them starts their counts anew.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_lock)
            {
                return [.. _rules.Select(counted => counted.Rule)];
            }
        }

        set
        {
            lock (_lock)
            {
                _rules = [.. value.Select(rule => new Counted(rule))];
            }
        }
    }

    /// <summary>The first rule whose fault happens to this request; every rule counts it.</summary>
    internal FaultRule? Next(LoggedRequest request)
    {
        lock (_lock)
        {
            var matching = _rules.Where(rule => rule.Counts(request)).ToList().Find(rule => rule.Strikes);
            matching?.Use();
            return matching?.Rule;
        }
    }

    private sealed class Counted(FaultRule rule)
    {
        private int _seen;
        private int _used;

        public FaultRule Rule => rule;

        public bool Strikes =>
            (rule.Nth is null || rule.Nth == _seen)
            && (rule.Every is null || _seen % rule.Every == 0)
            && _seen > rule.After
            && (rule.Times is null || _used < rule.Times)
            && (rule.Probability is null || Chance(rule.Seed, (ulong)_seen) < rule.Probability);

        public bool Counts(LoggedRequest request)
        {
            var fits = (rule.Kind is null || rule.Kind == request.Kind)
                && (rule.Target is null || request.Target.Contains(rule.Target, StringComparison.Ordinal));
            _seen += fits ? 1 : 0;
            return fits;
        }

        public void Use() => _used++;

        /// <summary>
        /// From 0 up to 1, the same on every machine and runtime, which <see cref="Random"/> does not promise: SplitMix64.
        /// </summary>
        private static double Chance(ulong seed, ulong number)
        {
            var mixed = (seed * 0xD1342543DE82EF95) + (number * 0x9E3779B97F4A7C15);
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
