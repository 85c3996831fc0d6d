using Jint;

namespace Sheaf.Formulas;

/// <summary>
/// Counts what a script does, statement by statement. Unlike time, the count is the same on every machine and in every order, so a formula
/// that is too much here is too much everywhere.
/// </summary>
internal sealed class StatementBudget : Constraint
{
    /// <summary>For one formula: the dearest of 1,386 real ones takes 16,000, an average one 1,500; these take some 70 ms.</summary>
    public const int Most = 200_000;

    public int Spent { get; private set; }

    /// <summary>Of no account until the first formula: loading takes what it takes.</summary>
    public bool IsHeld { get; set; }

    public void Begin() => Spent = 0;

    /// <exception cref="FormulaLimitException">Nothing is left.</exception>
    public override void Check()
    {
        if (IsHeld && ++Spent > Most)
        {
            throw new FormulaLimitException();
        }
    }

    /// <summary>Called for each entry into the script, of which a formula has several.</summary>
    public override void Reset()
    {
    }
}

/// <summary>A formula asked for more than it may have.</summary>
internal sealed class FormulaLimitException : Exception;
