using System.Collections.Frozen;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// Which formulas may stand in a bibliography as they are: TeX can read and write files and change what every letter means, in formulas
/// too. So only commands that are known to print something are let through; a formula with any other is printed as its own source.
/// </summary>
internal static class BibtexMath
{
    private const int Deepest = 32;

    private static readonly FrozenSet<string> Known =
        """
        alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi omicron pi varpi rho varrho
        sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega aleph beth ell hbar
        hslash imath jmath wp Re Im partial nabla infty emptyset varnothing forall exists nexists neg lnot top bot angle triangle square Box
        Diamond star ast cdot cdots ldots dots vdots ddots dotsc dotsb times div pm mp cap cup sqcap sqcup uplus wedge vee land lor oplus
        ominus otimes oslash odot circ bullet diamond dagger ddagger amalg setminus backslash wr bigcirc bigtriangleup bigtriangledown
        triangleleft triangleright le leq ge geq ll gg lll ggg ne neq equiv sim simeq approx cong propto asymp doteq prec succ preceq succeq
        subset supset subseteq supseteq subsetneq supsetneq in ni notin mid nmid parallel perp vdash dashv models lesssim gtrsim lessgtr
        leqslant geqslant triangleq coloneqq not to gets mapsto longmapsto leftarrow rightarrow leftrightarrow Leftarrow Rightarrow
        Leftrightarrow longrightarrow longleftarrow Longrightarrow Longleftrightarrow hookrightarrow hookleftarrow uparrow downarrow
        updownarrow Uparrow Downarrow nearrow searrow swarrow nwarrow rightharpoonup rightharpoondown rightleftharpoons rightsquigarrow
        leadsto iff implies impliedby twoheadrightarrow xrightarrow sum prod coprod int iint iiint oint bigcap bigcup bigsqcup bigvee
        bigwedge bigodot bigoplus bigotimes biguplus lim limsup liminf sup inf max min arg argmax argmin det dim ker hom deg exp log ln lg
        sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth gcd Pr bmod pmod mod frac dfrac tfrac cfrac sqrt binom dbinom
        tbinom stackrel overset underset substack operatorname mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal
        boldsymbol bm pmb text textrm textbf textit textsf texttt textsc textup textnormal mbox emph rm bf it sf tt cal hat widehat tilde
        widetilde bar overline underline vec dot ddot dddot check breve acute grave mathring overrightarrow overleftarrow overbrace
        underbrace prime backprime left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr lbrace rbrace lbrack rbrack
        langle rangle lfloor rfloor lceil rceil lvert rvert lVert rVert vert Vert middle quad qquad limits nolimits displaystyle textstyle
        scriptstyle scriptscriptstyle mathop mathbin mathrel mathord mathopen mathclose ensuremath degree textdegree sharp flat natural surd
        checkmark blacksquare blacktriangle bigstar spadesuit heartsuit diamondsuit clubsuit lozenge complement eth mho Bbbk gimel daleth
        ltimes rtimes boxtimes boxplus smallsetminus colon nsubseteq nleq ngeq precsim succsim because therefore vartriangle trianglelefteq
        trianglerighteq mathds mathbbm
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownSpans =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether it can do nothing but print, and its braces are in balance both for TeX and for BibTeX, which counts them all.
    /// </summary>
    /// <param name="math">Without its dollars.</param>
    public static bool IsHarmless(ReadOnlySpan<char> math)
    {
        var braces = new Balance();
        for (var at = 0; at < math.Length; at++)
        {
            var length = math[at] == '\\' ? CommandAt(math[at..], ref braces) : 1;
            // Two carets are a letter by its number to TeX, whatever letter that is; the others end a line, a cell or a formula.
            if (length == 0
                || math[at] is '%' or '#' or '&' or '$'
                || (math[at] == '^' && math[at..] is ['^', '^', ..])
                || !braces.Count(math[at]))
            {
                return false;
            }

            at += length - 1;
        }

        return braces.IsEven;
    }

    /// <returns>How long it is; 0 where it may not stay.</returns>
    private static int CommandAt(ReadOnlySpan<char> math, ref Balance braces)
    {
        var letters = math[1..];
        var end = letters.IndexOfAnyExcept(Letters);
        var length = end < 0 ? letters.Length : end;
        if (length > 0)
        {
            return KnownSpans.Contains(letters[..length]) && braces.CountWord(letters[..length]) ? length + 1 : 0;
        }

        return letters is [',' or ';' or ':' or '!' or '|' or '%' or '&' or '#' or '_' or '$' or ' ' or '\\' or '{' or '}', ..]
            && braces.CountEscaped(letters[0]) ? 2 : 0;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@");

    /// <summary>Braces that group, braces that print, and \left with \right: each even by itself and never below nothing.</summary>
    private struct Balance
    {
        private int _grouping, _printed, _paired;

        public readonly bool IsEven => _grouping == 0 && _printed == 0 && _paired == 0;

        public bool Count(char letter)
        {
            _grouping += letter switch { '{' => 1, '}' => -1, _ => 0 };
            return _grouping is >= 0 and <= Deepest;
        }

        public bool CountEscaped(char letter)
        {
            _printed += letter switch { '{' => 1, '}' => -1, _ => 0 };
            return _printed is >= 0 and <= Deepest;
        }

        public bool CountWord(ReadOnlySpan<char> word)
        {
            _paired += word switch { "left" => 1, "right" => -1, _ => 0 };
            return _paired is >= 0 and <= Deepest;
        }
    }
}
