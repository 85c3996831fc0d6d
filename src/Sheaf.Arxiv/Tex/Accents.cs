using System.Collections.Frozen;

namespace Sheaf.Arxiv.Tex;

/// <summary>
/// Joins a Latin letter and the accents that follow it into the one character they make: canonical composition (NFC) as far as the
/// names and titles of e-prints need it. <see cref="string.Normalize()"/> cannot be had: it leaves everything as it is where
/// globalization is invariant, as it is in Sheaf.
/// </summary>
internal static class Accents
{
    // Each accent with the letters it joins: a letter, what becomes of it, the next letter, what becomes of that.
    private static readonly (char Accent, string Pairs)[] Table =
    [
        ('\u0300', "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳÂẦÊỀÔỒÜǛâầêềôồüǜĂẰăằĒḔēḕŌṐōṑƠỜơờƯỪưừ"), // grave accent
        ('\u0301', "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź"
            + "ÂẤÅǺÆǼÇḈÊẾÏḮÔỐÕṌØǾÜǗâấåǻæǽçḉêếïḯôốõṍøǿüǘĂẮăắĒḖēḗŌṒōṓŨṸũṹƠỚơớƯỨưứ"), // acute accent
        ('\u0302', "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑẠẬạậẸỆẹệỌỘọộ"), // circumflex accent
        ('\u0303', "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹÂẪÊỄÔỖâẫêễôỗĂẴăẵƠỠơỡƯỮưữ"), // tilde
        ('\u0304', "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳÄǞÆǢÕȬÖȪÜǕäǟæǣõȭöȫüǖǪǬǫǭȦǠȧǡȮȰȯȱḶḸḷḹṚṜṛṝ"), // macron
        ('\u0306', "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭȨḜȩḝẠẶạặ"), // breve
        ('\u0307', "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżŚṤśṥŠṦšṧſẛṢṨṣṩ"), // dot above
        ('\u0308', "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿÕṎõṏŪṺūṻ"), // diaeresis
        ('\u0309', "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨÊỂÔỔâẩêểôổĂẲăẳƠỞơởƯỬưử"), // hook above
        ('\u030A', "AÅUŮaåuůwẘyẙ"), // ring above
        ('\u030B', "OŐUŰoőuű"), // double acute accent
        ('\u030C', "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžÜǙüǚƷǮʒǯ"), // caron
        ('\u030F', "AȀEȄIȈOȌRȐUȔaȁeȅiȉoȍrȑuȕ"), // double grave accent
        ('\u0311', "AȂEȆIȊOȎRȒUȖaȃeȇiȋoȏrȓuȗ"), // inverted breve
        ('\u031B', "OƠUƯoơuư"), // horn
        ('\u0323', "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓƠỢơợƯỰưự"), // dot below
        ('\u0324', "UṲuṳ"), // diaeresis below
        ('\u0325', "AḀaḁ"), // ring below
        ('\u0326', "SȘTȚsștț"), // comma below
        ('\u0327', "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"), // cedilla
        ('\u0328', "AĄEĘIĮOǪUŲaąeęiįoǫuų"), // ogonek
        ('\u032D', "DḒEḘLḼNṊTṰUṶdḓeḙlḽnṋtṱuṷ"), // circumflex accent below
        ('\u032E', "HḪhḫ"), // breve below
        ('\u0330', "EḚIḬUṴeḛiḭuṵ"), // tilde below
        ('\u0331', "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"), // macron below
    ];

    private static readonly FrozenDictionary<(char Letter, char Accent), char> Joined = Table
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => KeyValuePair.Create((pair[0], row.Accent), pair[1])))
        .ToFrozenDictionary();

    public static bool TryJoin(char letter, char accent, out char joined)
    {
        joined = default;
        return accent is >= '\u0300' and <= '\u036F' && Joined.TryGetValue((letter, accent), out joined);
    }
}
