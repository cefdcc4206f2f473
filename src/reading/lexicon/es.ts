import { phrases } from '#reading/lexicon/cue.js';
import type { Words } from '#reading/lexicon/words.js';

export const ES: Words = {
  introduces: phrases(`
    te presento; les presento; os presento; le presento; presentarte; presentarle; presentaros; presentarles; quiero presentar; presento a; presentación; poner en contacto; pongo en contacto; os pongo en; los pongo en; te pongo en; poneros en; ponerlos en; conectar; conecto; conectarte; conectaros; conoce a; te paso el contacto; te paso a; te dejo el contacto; recomiendo; recomendación; deberíais hablar; deberían hablar; intro; os conecto; los conecto; te puede ayudar; puede ayudarte; hablen; hablad; hablen y; les paso; quiero que conozcas`),
  handsOver: phrases(`
    en copia; en cc; (cc); copiado; copiada; con copia; os dejo; los dejo; te dejo; lo dejo en vuestras; en buenas manos; me retiro; me hago a un lado; espera (tu|su|vuestra) llamada; llámale; llámala; llámalo; llámele; llámela; escríbele; escríbale; contacta con; contáctalo; contáctala; contacte; su móvil; su celular; su teléfono; persona adecuada; como quedamos; como acordamos; como prometí; un cliente mío; una clienta mía; un cliente nuestro; uno de mis clientes; uno de nuestros clientes; un amigo; está al tanto; ya sabe`),
  contacts: phrases(
    `llámal~; llámela; llámelo; llámale; llamarla; llamarlo; llamarle; que la llames; que lo llames; que le llames; la llames; le llames; escríbel~; escríbale; escribirle; contáctal~; contactar con; ponte en contacto; póngase en contacto; su (número|móvil|celular|teléfono|correo); localizable en; espera (tu|su) llamada; proponle; mándale; envíale; hablen; hablad; me cuentan; me contáis`,
  ),
  offers: phrases(
    'puedo presentarte; puedo presentarle; quieres que te presente; quiere que le presente; puedo hacer la presentación; puedo poneros en; puedo ponerlos en; te puedo presentar; le puedo presentar',
  ),
  wants: phrases(
    'busca; buscan; está buscando; están buscando; necesita; necesitan; quiere ver; quieren ver; quiere; quieren; le gustaría; les gustaría; le interesa; les interesa; interesado en; interesada en; me preguntó; me ha preguntado; me pidió; me ha pedido; tiene un proyecto; reemplazar; sustituir',
  ),
  whyNow: phrases(`
    plazo; fecha límite; antes de; antes del; a más tardar; vence; vencen; vencimiento; renovación; renovar; fin de contrato; auditoría en; inspección; regulador; normativa; obligación; obliga; obligatorio; entra en vigor; les toca; el consejo; la junta; temporada; campaña; cierre; ejercicio; año fiscal; fin de año; apertura; abren; abre; lanzamiento; arranca; urgente; urgencia; apremia; a partir de; auditoría; la auditoría; subvención; termina; acaba`),
  credibility: phrases(`
    les llevo; les llevamos; llevamos * años; llevo * años; trabajamos con; trabajo con; he trabajado; hemos trabajado; somos su; somos sus; soy su; desde #; desde hace; hace * años; me hace caso; nos hace caso; confía en; confían en; nuestro cliente; cliente nuestro; cliente de toda la vida; conozco a; los conozco; nos conocemos; les hicimos; les montamos; les instalamos; excompañero; ex compañero; asesor; asesores; gestoría
  `),
  problem: phrases(`
    problema; problemas; dificultad; dificultades; fallo; fallos; falla; fallan; caída; caídas; retraso; retrasos; error; errores; perdido; pierden; pierde; pérdida; pérdidas; falta; faltan; a mano; manual; manualmente; en papel; papel; hoja de cálculo; hojas de cálculo; excel; duplicado; duplicados; nadie; no sabrían; no saben; no pueden; no funciona; no cuadra; no cuadran; quejas; reclamaciones; multa; multas; sanción; sanciones; penalización; rechazado; rechazaron; obsoleto; anticuado; atasco; cuello de botella; horas extra; caos; apuntando; nadie controla; al doble; se pierde; se pierden`),
  expectsNext: phrases(
    'quiere; quieren; lo que quiere; le gustaría; les gustaría; prefiere; prefieren; espera; esperan; pide; piden; ha pedido; nada de; sin presentación; sin demo; no quiere; no quieren; una demo; una visita; un piloto; una propuesta; un presupuesto; en persona; por escrito; presencial; primero; antes de firmar; siguiente paso; próximo paso',
  ),
  budget: phrases(
    'presupuesto; aprobado; aprobada; firma; firman; pagan; pagó; pagaron; cuesta; coste; costo; ahorro; ahorrar; importe; facturación; inversión; partida',
  ),
  size: phrases(
    'personas; empleados; trabajadores; usuarios; licencias; puestos; tiendas; sucursales; sedes; centros; plantas; fábricas; almacenes; camiones; vehículos; buques; barcos; ro-ro; hoteles; habitaciones; camas; clientes; pacientes; alumnos; restaurantes; pedidos; facturas; contratos; máquinas; servidores; hectáreas; países; fincas; socios; clínicas; hospitales; colegios',
  ),
  competitor: phrases(
    'hablando también; también hablan; también están; en conversaciones con; competencia; competidor; competidores; oferta de; propuesta de; presupuesto de; licitación; concurso; alternativa; comparando; han visto; ya vieron; ahora usan; usan; actualmente con; otro proveedor; otros proveedores; proveedor actual',
  ),
  ask: phrases(
    'por favor; puedes; puede usted; podrías; podría; podéis; pueden; podrían; ¿puedes; ¿podrías; ¿podéis; llámale; llámala; llámalo; llámele; llámela; escríbele; escríbale; mándale; mándame; mándale; envíale; envíame; envíele; envíeme; dile; dime; dígame; avísame; avísale; mantenme; manténganme; te pido; le pido; os pido; pásame; confirma; confírmame; propón; proponle; necesito que; agradecería; contacta; contacte; nos hacéis; nos hacen',
  ),
  dont: phrases(
    'no le; no la; no lo; no les; no llames; no llame; no hace falta; no preguntes; no pregunte; no pidas; evita; evite; nunca; todavía no; aún no',
  ),
  promise: phrases(
    'te paso; le paso; os paso; te mando; le mando; os mando; te envío; le envío; os envío; te enviaré; le enviaré; os enviaré; enviaré; enviaremos; mandaré; mandaremos; te llamo; le llamo; te llamaré; le llamaré; llamaré; haré; haremos; voy a; vamos a; estaré; estaremos; prepararé; preparo; te confirmo; le confirmo; confirmaré; me encargo; nos encargamos; me ocupo; tendrás; tendrá; te traigo; llevaré; acompañaré; te acompaño',
  ),
  resell: phrases(
    'la facturamos; facturamos nosotros; lo facturamos; factura nuestra; revendemos; reventa; revendedor; precio de canal; precio de partner; precio partner; precio de distribuidor; margen; a través de nosotros; a través nuestro; por nosotros; con nosotros el contrato; contrato con nosotros; descuento de partner; descuento de canal',
  ),
  coSell: phrases(
    'juntos; conjuntamente; en conjunto; mano a mano; nosotros hacemos; nosotros haríamos; nos encargamos de; hacemos la integración; hacemos la implantación; la implantación; la integración; seguimos; me quedo; nos quedamos; estaré en; estaremos en; os acompaño; nuestro equipo; vosotros ponéis; ustedes ponen',
  ),
  referral: phrases(
    'os dejo; los dejo; te dejo; me retiro; me salgo; me hago a un lado; no hace falta que me; sin mí; no es lo nuestro; no es nuestro negocio; no nos dedicamos; comisión; el resto es; todo vuestro; todo suyo',
  ),
  thanks: phrases(
    'gracias; muchas gracias; mil gracias; muchísimas gracias; te lo agradezco; se lo agradezco; muy agradecido; muy agradecida; agradecido',
  ),
  scheduling: phrases(
    'reunión; cita; calendario; agenda; invitación; me va bien; nos va bien; me viene bien; nos viene bien; disponible; disponibilidad; mover la; cambiar la; aplazar; posponer; reprogramar; a las #; hasta el; nos vemos; hueco; aceptada; rechazada; confirmo la; confirmada; enlace de; enlace zoom',
  ),
  coldPitch: phrases(
    'ayudamos a; ayudo a; vi que; he visto que; me pongo en contacto con; empresas como; 15 minutos; quince minutos; 20 minutos; 30 minutos; una breve; breve llamada; llamada rápida; nuestra solución; nuestra plataforma; gratis; gratuito; gratuita; sin compromiso; leads; reuniones cualificadas; aumentar sus; aumentar tus; reducir sus; reducir tus; demo; te interesa; le interesa; garantizado; garantizados; conseguir clientes; captar clientes',
  ),
  invoice: phrases(
    'factura; facturas; número de factura; importe total; importe a pagar; vencimiento de la factura; pago; transferencia; iban; iva; recibo; saldo; adjunto la factura; datos bancarios; forma de pago',
  ),
  newsletter: phrases(
    'darse de baja; darte de baja; cancelar suscripción; cancelar la suscripción; boletín; newsletter; ver en el navegador; ver en línea; webinar; regístrate; inscríbete; leer más; saber más; recibes este; recibe este; oferta especial; promoción; novedades',
  ),
  absence: phrases(
    'fuera de la oficina; respuesta automática; ausente; ausencia; de vacaciones; vacaciones; baja médica; baja por; permiso; vuelvo el; regreso el; volveré; regresaré; estaré fuera; acceso limitado; sin acceso; en caso de urgencia; para urgencias; para temas urgentes; ya no trabaja',
  ),
  bounce: phrases(
    'no se pudo entregar; no entregado; no se ha podido entregar; error de entrega; devuelto; no se entregó; dirección no encontrada; buzón lleno; destinatario desconocido',
  ),
  spam: phrases(
    'ha ganado; has ganado; ganador; lotería; herencia; préstamo; bitcoin; cripto; cuenta suspendida; contraseña; haga clic; haz clic; verifique su cuenta; casino; dinero fácil',
  ),
  question: phrases(
    'tenéis; tienen; tienes; soportáis; ofrecéis; ofrecen; cuánto; cuánta; cuál es; cuáles; cómo; quién; hay alguna; es posible; pregunta; una pregunta; duda; una duda; sabes si; saben si; sabéis; cuándo',
  ),
  firstPerson: phrases(
    `nosotros; nuestro; nuestra; yo; mi; mis; me; somos; llevamos; tenemos; les llevo; les llevamos; trabajamos; hemos; he`,
  ),
  thirdPerson: phrases(`ella; él; ellos; ellas; su; sus; les; le; llevan; tienen; pierden; quieren; están`),
};
